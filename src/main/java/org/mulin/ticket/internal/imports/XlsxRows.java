package org.mulin.ticket.internal.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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
    private static final int CELL_CHARS_MAX = 40_000;
    private static final int SHARED_CHARS_MAX = 60_000_000;

    private final ZipFile zip;
    private final List<String> shared;
    private final InputStream sheet;
    private final XMLStreamReader xml;
    private final List<String> columns;
    private long line;

    XlsxRows(Path path) throws IOException {
        zip = open(path);
        try {
            shared = shared();
            sheet = stream(firstSheet());
            xml = reader(sheet);
            List<String> header = cells();
            while (header != null && header.stream().allMatch(String::isBlank)) {
                header = cells();
            }
            if (header == null) {
                throw Refused.of("import-empty").at("file");
            }
            columns = CsvRows.named(header.stream().map(String::strip).toList());
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
    public @Nullable RawRow next() {
        List<String> cells = cells();
        while (cells != null && cells.stream().allMatch(String::isBlank)) {
            cells = cells();
        }
        if (cells == null) {
            return null;
        }
        List<String> padded = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns.size())));
        padded.addAll(Collections.nCopies(columns.size() - padded.size(), ""));
        return new RawRow(line, padded, null);
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
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
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
                cells.set(column, Cells.storable(cell(xml.getAttributeValue(null, "t"))));
            }
        }
        return cells;
    }

    private String cell(@Nullable String type) throws XMLStreamException {
        String text = text("c", "v", "t");
        if ("s".equals(type)) {
            int index = Integer.parseInt(text);
            return index < shared.size() ? shared.get(index) : "";
        }
        return type == null || type.equals("n") ? number(text) : text;
    }

    private static String number(String text) {
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }

    /** The characters inside the wanted elements, up to the end of the element named first. */
    private String text(String end, String... wanted) throws XMLStreamException {
        return text(xml, end, List.of(wanted));
    }

    private static String text(XMLStreamReader xml, String end, List<String> wanted) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
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
                    String text = text(reader, "si", List.of("t"));
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
                .filter(entry -> entry.getName().matches("xl/worksheets/sheet[0-9]{1,4}\\.xml"))
                .map(ZipEntry.class::cast)
                .min(Comparator.comparingInt((ZipEntry entry) -> entry.getName().length())
                        .thenComparing(ZipEntry::getName))
                .orElseThrow(XlsxRows::broken);
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
