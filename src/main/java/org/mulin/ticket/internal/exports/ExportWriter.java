package org.mulin.ticket.internal.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mulin.base.Actor;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.file.Cells;
import org.mulin.file.Workbook;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Component;

/** Puts a finished export together: who, when and which filter on top, then the columns, then a row a ticket. */
@Component
class ExportWriter {
    private static final List<Integer> WIDTHS_chars = List.of(18, 10, 20, 8, 60, 8, 18, 8, 20, 24, 20, 10, 60);

    private final ExportRepository repository;
    private final FilterWords filterWords;
    private final Policy policy;

    ExportWriter(ExportRepository repository, FilterWords filterWords, Policy policy) {
        this.repository = repository;
        this.filterWords = filterWords;
        this.policy = policy;
    }

    void write(ListExport export, Actor taker, OutputStream out) throws IOException {
        List<List<String>> head = head(export, taker);
        try (var book = new Workbook(out)) {
            book.sheet(in(export, "export.title"), WIDTHS_chars, 1, head.size());
            head.forEach(row -> book.row(neutralised(row)));
            for (int batch : repository.batches(export.id())) {
                repository.rows(export.id(), batch).forEach(row -> book.row(neutralised(row)));
            }
        }
    }

    private static List<String> neutralised(List<String> row) {
        return row.stream().map(Cells::neutralised).toList();
    }

    private List<List<String>> head(ListExport export, Actor taker) {
        List<List<String>> head = new ArrayList<>();
        head.add(List.of(in(export, "export.title")));
        head.add(List.of(in(
                export,
                "export.by",
                taker.name(),
                taker.unitName() == null ? "" : taker.unitName(),
                moment(export.createdAt()),
                export.rows())));
        head.add(List.of(in(export, "export.filter", filterWords.of(export.filter(), export.language()))));
        head.add(List.of(in(export, "export.notice")));
        head.add(ExportQueries.COLUMNS.stream().map(code -> in(export, code)).toList());
        return head;
    }

    private String in(ListExport export, String code, Object... arguments) {
        return Texts.in(export.language(), Said.of(code, arguments));
    }

    private Object moment(Instant at) {
        return at.atZone(policy.city().zone()).toLocalDateTime();
    }
}
