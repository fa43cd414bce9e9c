package org.mulin.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;

/**
 * The first sheet of an Excel workbook, pulled row by row (SpreadsheetML, ISO/IEC 29500). Numbers come as they are
 * stored, dates therefore as serials; formulas by their last value. External entities are off.
 */
final class XlsxRows implements RowSource {
    /** Of a workbook's parts, and the part that names the others. */
    private static final String FOLDER = "xl/";

    private static final String BOOK = "workbook.xml";

    /** What the parts that hold a sheet are named, before their number. */
    static final String SHEET = String.join("/", "xl", "worksheets", "sheet");

    private static final int CELL_CHARS_MAX = 40_000;
    private static final int WORKBOOK_LOOK_BYTES = 1 << 14;
    private static final int SHARED_CHARS_MAX = 60_000_000;

    private final ZipFile zip;
    private final List<String> shared;
    private final InputStream sheet;
    private final XMLStreamReader xml;
    private final List<String> columns;
    private final List<Oddity> oddities = new ArrayList<>();
    private final long headerLine;
    private long line;

    XlsxRows(Path path) throws IOException {
        zip = open(path);
        try {
            shared = shared();
            lookAtDays();
            sheet = stream(firstSheet());
            xml = reader(sheet);
            List<String> header = cells();
            while (header != null && header.stream().allMatch(String::isBlank)) {
                header = cells();
            }
            if (header == null) {
                throw Refused.of("import-empty").at("file");
            }
            columns = CsvRows.named(
                    CsvRows.legible(header.stream().map(String::strip).toList()));
            headerLine = line;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public long headerLine() {
        return headerLine;
    }

    @Override
    public @Nullable RawRow next() {
        List<String> cells = cells();
        while (cells != null && cells.stream().allMatch(String::isBlank)) {
            cells = cells();
        }
        if (cells == null) {
            return null;
        }
        for (int i = columns.size(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                note(OddityKind.BEYOND_HEADER, i, "");
            }
        }
        List<String> padded = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns.size())));
        padded.addAll(Collections.nCopies(columns.size() - padded.size(), ""));
        return RawRow.of(line, columns, padded);
    }

    @Override
    public List<Oddity> oddities() {
        return List.copyOf(oddities);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        zip.close();
    }

    /** The next row's cells, null after the last row. */
    private @Nullable List<String> cells() {
        try {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("mergeCell")) {
                    noteMerged(String.valueOf(xml.getAttributeValue(null, "ref")));
                } else if (xml.getLocalName().equals("row")) {
                    String number = xml.getAttributeValue(null, "r");
                    line = number == null ? line + 1 : Long.parseLong(number);
                    return row();
                }
            }
            return null;
        } catch (XMLStreamException | NumberFormatException e) {
            throw broken();
        }
    }

    private List<String> row() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                String place = xml.getAttributeValue(null, "r");
                int column = place == null ? cells.size() : column(place);
                if (column >= COLUMNS_MAX) {
                    throw Refused.of("import-columns", COLUMNS_MAX).at("file");
                }
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, Cells.storable(cell(xml.getAttributeValue(null, "t"), column)));
            }
        }
        return cells;
    }

    private String cell(@Nullable String type, int column) throws XMLStreamException {
        String text = text(xml, "c", List.of("v", "t"), element -> {
            if (element.equals("f")) {
                note(OddityKind.FORMULA, column, "");
            }
        });
        if ("s".equals(type)) {
            int index = Integer.parseInt(text);
            return index < shared.size() ? shared.get(index) : "";
        }
        return type == null || type.equals("n") ? number(text) : text;
    }

    private static String number(String text) {
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }

    private void note(OddityKind kind, int column, String range) {
        if (oddities.size() < ODDITIES_MAX) {
            oddities.add(new Oddity(kind, line, column, range));
        }
    }

    private void noteMerged(String range) {
        String digits = range.replaceFirst(":.*", "").replaceAll("[^0-9]", "");
        if (oddities.size() < ODDITIES_MAX && !digits.isEmpty() && digits.length() < 9) {
            oddities.add(new Oddity(OddityKind.MERGED, Long.parseLong(digits), column(range), range));
        }
    }

    /** Old workbooks from a Mac count days from 1904, so that their serials mean other dates. */
    private void lookAtDays() throws IOException {
        ZipEntry entry = zip.getEntry(FOLDER + BOOK);
        if (entry == null) {
            return;
        }
        try (InputStream in = stream(entry)) {
            String head = new String(in.readNBytes(WORKBOOK_LOOK_BYTES), StandardCharsets.UTF_8);
            if (head.contains("date1904=\"1\"") || head.contains("date1904=\"true\"")) {
                note(OddityKind.DAYS_FROM_1904, -1, "");
            }
        }
    }

    /** The characters inside the wanted elements, up to the end of the element named first. */
    private static String text(XMLStreamReader xml, String end, List<String> wanted, Consumer<String> began)
            throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    began.accept(xml.getLocalName());
                    phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                    inside = phonetic == 0 && wanted.contains(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                    inside = false;
                    if (xml.getLocalName().equals(end)) {
                        return text.toString();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inside && text.length() < CELL_CHARS_MAX) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private List<String> shared() throws IOException {
        ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
        List<String> strings = new ArrayList<>();
        if (entry == null) {
            return strings;
        }
        long chars = 0;
        try (InputStream in = stream(entry)) {
            XMLStreamReader reader = reader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("si")) {
                    String text = text(reader, "si", List.of("t"), _ -> {});
                    chars += text.length() + 8;
                    if (chars > SHARED_CHARS_MAX) {
                        throw Refused.of("import-unpacks-too-large", SHARED_CHARS_MAX >> 20)
                                .at("file");
                    }
                    strings.add(text);
                }
            }
        } catch (XMLStreamException e) {
            throw broken();
        }
        return strings;
    }

    private ZipEntry firstSheet() {
        return zip.stream()
                .filter(entry -> entry.getName().matches(SHEET + "[0-9]{1,4}\\.xml"))
                .map(ZipEntry.class::cast)
                .min(Comparator.comparingInt((ZipEntry entry) -> entry.getName().length())
                        .thenComparing(ZipEntry::getName))
                .orElseThrow(() -> Refused.of("import-file-kind").at("file"));
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        return new GuardedStream(zip.getInputStream(entry), entry.getCompressedSize());
    }

    private static XMLStreamReader reader(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    private static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw broken();
        }
    }

    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column = column * 26 + (place.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }

    private static Refused broken() {
        return Refused.of("import-file-broken").at("file");
    }
}
