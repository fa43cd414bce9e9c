package org.mulin.file.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.mulin.base.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All nodes of a city keep their files in one folder. One that is not the city's (a second machine with a folder of its
 * own, a share that is not mounted) would lose photos, so a node that finds it does not start.
 */
@Component
class FolderCheck {
    static final String MARK = "mulin-files";
    private static final String WRONG = "附件目录 %1$s 不是本市数据库所用的目录：其中没有标记文件 %2$s（内容应为 %3$s）。"
            + "请检查 --files 和共享盘是否已挂载；若确认附件都在此目录，把 %3$s 写入该文件后重新启动。"
            + "The folder of files %1$s is not the one that this city's database uses: it has no file %2$s that says "
            + "%3$s. See to --files, and whether the share is mounted. If you are sure that the files are here, write "
            + "%3$s into %2$s and start again.";

    /** @throws IllegalStateException when the folder is not the one whose files the database knows */
    FolderCheck(FileFolder folder, FolderMarkRepository marks, PlatformTransactionManager transactions, Clock clock) {
        Path file = folder.root().resolve(MARK);
        String found = read(file);
        // a folder that has a mark keeps it: another database may know it by that
        UUID mark = found.isEmpty() ? Ids.next() : UUID.fromString(found);
        new TransactionTemplate(transactions).executeWithoutResult(ignored -> {
            if (marks.insert(mark, clock.instant()) && found.isEmpty()) {
                write(file, mark);
            }
        });
        String wanted = marks.mark().toString();
        if (!read(file).equals(wanted)) {
            throw new IllegalStateException(WRONG.formatted(folder.root(), MARK, wanted));
        }
    }

    private static void write(Path file, UUID mark) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, mark.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
