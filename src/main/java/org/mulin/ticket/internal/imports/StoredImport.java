package org.mulin.ticket.internal.imports;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.file.RowFormat;
import org.mulin.ticket.Channel;

/** One uploaded file with what is known of it. */
record StoredImport(
        UUID id,
        String fileName,
        Channel channel,
        RowFormat format,
        Charset charset,
        List<String> columns,
        List<List<String>> preview,
        ImportMapping mapping,
        long rowsTotal,
        @Nullable UUID jobId,
        Instant createdAt) {}
