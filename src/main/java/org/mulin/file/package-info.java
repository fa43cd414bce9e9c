/**
 * 附件 Bytes, stored once under their hash. A file belongs to the record that claimed it, and only that record's module
 * hands it out; photos lose all their metadata on the way in. Reads and writes spreadsheets row by row.
 */
@ApplicationModule(
        displayName = "附件",
        allowedDependencies = {"base"})
@NullMarked
package org.mulin.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
