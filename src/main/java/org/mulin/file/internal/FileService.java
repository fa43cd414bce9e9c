package org.mulin.file.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.base.Sealing;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.file.StoredFile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class FileService implements Files {
    private static final int NAME_MAX = 200;

    private final FileRepository repository;
    private final FileFolder folder;
    private final Sealing sealing;
    private final Clock clock;

    FileService(FileRepository repository, FileFolder folder, Sealing sealing, Clock clock) {
        this.repository = repository;
        this.folder = folder;
        this.sealing = sealing;
        this.clock = clock;
    }

    StoredFile store(String name, byte[] bytes, Actor actor) {
        Photo photo = Photo.read(bytes);
        byte[] sha256 = folder.put(photo.bytes());
        var file = new StoredFile(Ids.next(), plainName(name), photo.mediaType(), photo.bytes().length);
        byte[] capture = photo.capture() == null ? null : sealing.seal(photo.capture());
        repository.insert(file, sha256, capture, actor.accountId(), clock.instant());
        return file;
    }

    /** Photos that were uploaded but never sent along go after two days; drafts upload anew. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetUnclaimed() {
        repository.deleteUnclaimedBefore(clock.instant().minus(Duration.ofDays(2)));
    }

    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String shown = last.isEmpty() ? "photo" : last;
        return shown.length() > NAME_MAX ? shown.substring(0, NAME_MAX) : shown;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(List<UUID> files, Actor uploader, FileOwner owner) {
        for (int position = 0; position < files.size(); position++) {
            if (!repository.claim(files.get(position), uploader.accountId(), owner, position)) {
                throw Refused.of("file-not-yours").at("photoIds");
            }
        }
    }

    @Override
    public Map<UUID, List<StoredFile>> of(String ownerType, Collection<UUID> ownerIds) {
        return ownerIds.isEmpty() ? Map.of() : repository.of(ownerType, ownerIds);
    }

    @Override
    public Opened open(UUID file, FileOwner owner) {
        FileRepository.Found found = repository.find(file, owner).orElseThrow(Absent::new);
        return new Opened(found.file(), folder.get(found.sha256()));
    }

    @Override
    public Shot shot(UUID file, FileOwner owner, Instant since, @Nullable Double lon, @Nullable Double lat) {
        byte[] sealed = repository.find(file, owner).orElseThrow(Absent::new).captureSealed();
        return sealed == null
                ? Shot.UNKNOWN
                : Capture.read(sealing.open(sealed)).beside(since, lon, lat);
    }
}
