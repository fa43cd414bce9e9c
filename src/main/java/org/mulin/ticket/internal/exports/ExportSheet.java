package org.mulin.ticket.internal.exports;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.handler.SheetWriteHandler;
import cn.idev.excel.write.metadata.WriteSheet;
import cn.idev.excel.write.metadata.holder.WriteSheetHolder;
import cn.idev.excel.write.metadata.holder.WriteWorkbookHolder;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.mulin.file.Cells;

/** Writes rows of text as a workbook of one sheet, straight to where it goes; nothing that is written can run. */
final class ExportSheet implements AutoCloseable {
    private static final int CHAR = 256;

    private final ExcelWriter writer;
    private final WriteSheet sheet;

    /** @param frozen rows at the top that stay while the others move */
    ExportSheet(OutputStream out, String name, List<Integer> widths_chars, int frozen) {
        writer = FastExcel.write(out).autoCloseStream(false).needHead(false).build();
        sheet = FastExcel.writerSheet(name)
                .registerWriteHandler(new Shape(widths_chars, frozen))
                .build();
    }

    void write(List<List<String>> rows) {
        writer.write(
                rows.stream()
                        .map(row -> row.stream().map(Cells::neutralised).toList())
                        .toList(),
                sheet);
    }

    @Override
    public void close() {
        writer.close();
    }

    private record Shape(List<Integer> widths_chars, int frozen) implements SheetWriteHandler {
        @Override
        public void afterSheetCreate(WriteWorkbookHolder workbook, WriteSheetHolder holder) {
            Sheet made = holder.getSheet();
            for (int i = 0; i < widths_chars.size(); i++) {
                made.setColumnWidth(i, widths_chars.get(i) * CHAR);
            }
            made.createFreezePane(1, frozen);
        }
    }
}
