package org.mulin.policy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mulin.base.Refused;
import org.mulin.file.Cells;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblem;
import org.mulin.policy.PackProblems;
import org.mulin.policy.PackTable;
import org.mulin.policy.Sheet;
import org.mulin.policy.internal.DraftCheck.Candidate;
import org.mulin.policy.internal.DraftService.Accepted;
import org.mulin.policy.internal.PolicyViews.PlacedText;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files apart and says what has to be mended in them; writes nothing. */
@Component
class Uploads {
    static final int PROBLEMS_SHOWN_MAX = 200;
    private static final int FILE_NAME_MAX = 200;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final StoredPolicy policy;
    private final DraftService drafts;
    private final DraftCheck check;

    Uploads(StoredPolicy policy, DraftService drafts, DraftCheck check) {
        this.policy = policy;
        this.drafts = drafts;
        this.check = check;
    }

    /** @param accepted is what can be kept when there are no problems */
    record Looked(Accepted accepted, List<PackProblem> problems) {}

    /** @throws Refused when the file as a whole cannot be read */
    Looked look(PackTable<?> table, MultipartFile file, String note) {
        if (file.getSize() > Upload.BYTES_MAX) {
            throw Refused.of("too-large", Upload.BYTES_MAX >> 20).at("file");
        }
        var problems = new PackProblems();
        Candidate candidate = read(table, file, problems);
        List<PackProblem> found = problems.mistakes();
        if (found.isEmpty()) {
            StoredVersion base = StoredVersion.newest(policy.versions(table));
            found = check.mistakes(candidate, drafts.earliest(base));
        } else if (candidate.sheet() != null && table instanceof CsvTable<?> sheet) {
            // merged cells and the like are told together with what else is wrong in the cells
            sheet.parse(candidate.sheet(), problems);
            found = problems.mistakes();
        }
        var name = bounded(String.valueOf(file.getOriginalFilename()));
        return new Looked(
                new Accepted(candidate, name, note.strip()),
                found.stream().distinct().toList());
    }

    static List<PlacedText> placed(List<PackProblem> problems) {
        Locale locale = LocaleContextHolder.getLocale();
        return problems.stream()
                .limit(PROBLEMS_SHOWN_MAX)
                .map(problem -> new PlacedText(
                        problem.file(), problem.line(), problem.column(), problem.code(), problem.message(locale)))
                .toList();
    }

    private static Candidate read(PackTable<?> table, MultipartFile file, PackProblems problems) {
        try (InputStream in = file.getInputStream()) {
            if (table instanceof CsvTable<?> sheet) {
                Sheet lines = Upload.read(sheet, in, file.getSize(), problems);
                return new Candidate(table, ordered(sheet, lines).text(), lines);
            }
            return new Candidate(table, text(in.readAllBytes()), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same cells with the columns in the table's own order, as it is kept; only used when nothing is wrong. */
    private static Sheet ordered(CsvTable<?> table, Sheet sheet) {
        List<String> header = sheet.lines().getFirst().cells();
        List<Integer> places = table.columns().stream()
                .map(column -> header.indexOf(column.name()))
                .toList();
        List<Sheet.Line> lines = new ArrayList<>();
        lines.add(new Sheet.Line(1, table.columns().stream().map(Column::name).toList()));
        for (Sheet.Line line : sheet.lines().subList(1, sheet.lines().size())) {
            lines.add(new Sheet.Line(
                    line.number(),
                    places.stream()
                            .map(place -> place < 0 || place >= line.cells().size()
                                    ? ""
                                    : line.cells().get(place))
                            .toList()));
        }
        return new Sheet(lines);
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw Refused.of("import-empty").at("file");
            }
            if (text.indexOf('\0') >= 0) {
                throw Refused.of("policy-file-kind").at("file");
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refused.of("policy-file-kind").at("file");
        }
    }

    /** The end of a long name tells more than its beginning. */
    private static String bounded(String name) {
        String clean = Cells.storable(name);
        return clean.length() > FILE_NAME_MAX ? clean.substring(clean.length() - FILE_NAME_MAX) : clean;
    }
}
