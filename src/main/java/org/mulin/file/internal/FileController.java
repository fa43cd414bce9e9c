package org.mulin.file.internal;

import java.io.IOException;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.file.StoredFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads photos; they are handed out by the records that own them. */
@RestController
class FileController {
    private static final long PHOTO_MAX_MB = 10;

    private final FileService service;

    FileController(FileService service) {
        this.service = service;
    }

    @PostMapping(path = "/api/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    StoredFile upload(Actor actor, @RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > PHOTO_MAX_MB * 1024 * 1024) {
            throw Refused.of("too-large", PHOTO_MAX_MB).at("file");
        }
        String name = file.getOriginalFilename();
        return service.store(name == null ? "" : name, file.getBytes(), actor);
    }
}
