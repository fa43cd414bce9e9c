package org.mulin.file.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

class FolderCheckTest extends MulinHttpTest {
    @Autowired
    private FolderMarkRepository marks;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @TempDir
    private Path elsewhere;

    @Test
    void aFolderWithoutTheMarkIsRefusedUntilItIsWritten() throws IOException {
        assertThatThrownBy(this::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(elsewhere.toString())
                .hasMessageContaining(marks.mark().toString());
        Files.writeString(elsewhere.resolve(FolderCheck.MARK), marks.mark() + "\n");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void check() {
        new FolderCheck(new FileFolder(elsewhere), marks, transactions, clock);
    }
}
