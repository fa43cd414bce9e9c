package org.mulin.file;

/** What kind of file it is, told by its content and not by its name. */
public enum RowFormat {
    JSONL,
    CSV,
    XLSX
}
