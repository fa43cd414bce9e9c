package org.mulin.ticket.internal.imports;

/** What kind of file it is, told by its content and not by its name. */
enum ImportFormat {
    JSONL,
    CSV,
    XLSX
}
