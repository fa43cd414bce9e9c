package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies and deletes whole folders; modes stay, since keys are for their owner only. */
final class FolderCopy {
    private FolderCopy() {}

    /** @param wanted of paths relative to the folder; a folder that is not wanted is left out with all in it */
    static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes ignored) throws IOException {
                Path relative = from.relativize(folder);
                if (!relative.toString().isEmpty() && !wanted.test(relative)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.copy(folder, to.resolve(relative.toString()), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes ignored) throws IOException {
                Path relative = from.relativize(file);
                if (wanted.test(relative)) {
                    copyFile(file, to.resolve(relative.toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw fault;
            }
        });
    }

    /** A database at work drops files of its own accord while they are copied. */
    private static void copyFile(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(to);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
