package org.mulin.file;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files for the modules whose records own them. */
public interface Files {
    /**
     * Gives uploaded files to a record, in the order listed.
     *
     * @throws org.mulin.base.Refused {@code file-not-yours} when one is unknown, another's, or owned already
     */
    void claim(List<UUID> files, Actor uploader, FileOwner owner);

    /** Files of many records with one query; records without files are absent from the map. */
    Map<UUID, List<StoredFile>> of(String ownerType, Collection<UUID> ownerIds);

    /** @throws org.mulin.base.Absent when the record does not own such a file */
    Opened open(UUID file, FileOwner owner);

    /**
     * What a photo's camera said, beside a time and a point of the record: only how much earlier and how far away,
     * never the time and the place themselves.
     *
     * @throws org.mulin.base.Absent when the record does not own such a file
     */
    Shot shot(UUID file, FileOwner owner, Instant since, @Nullable Double lon, @Nullable Double lat);

    /**
     * @param hoursBefore whole hours that it was taken before the time asked about; null when it was not, or nobody
     *     knows
     * @param distance_m from the point asked about, to the nearest hundred; null when one of them is not known
     */
    record Shot(@Nullable Long hoursBefore, @Nullable Long distance_m) {
        public static final Shot UNKNOWN = new Shot(null, null);
    }

    record Opened(StoredFile file, Resource content) {
        /** As it is handed out: kept by nobody on the way, and taken for what it is. */
        public ResponseEntity<Resource> served() {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(file.mediaType()))
                    .contentLength(file.size_bytes())
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .header("X-Content-Type-Options", "nosniff")
                    .body(content);
        }
    }
}
