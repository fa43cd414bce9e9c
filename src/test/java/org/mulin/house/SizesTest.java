package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Files of at most 300 lines of at most 120 characters, methods of at most 40 lines; exceptions stand here and only
 * shrink. A test that tells a long story may be a longer method.
 */
class SizesTest {
    private static final int LINES_MAX = 300;
    private static final int COLUMNS_MAX = 120;
    private static final int METHOD_LINES_MAX = 40;
    private static final Map<String, Integer> LONGER = Map.of();
    private static final Map<String, Integer> LONGER_METHODS = Map.of("Fates.java beats", 43);

    @Test
    void filesStaySmall() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/test/java", "web/faces", "web/modules")) {
            if (Files.exists(Path.of(root))) {
                measure(Path.of(root), tooLong);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void methodsStaySmall() throws IOException {
        Map<String, Integer> long_lines = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"));
                var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(
                    files.filter(each -> each.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                new MethodLengths(file, positions, long_lines).scan(file, null);
            }
        }
        assertThat(long_lines).isEqualTo(LONGER_METHODS);
    }

    private static final class MethodLengths extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree file;
        private final SourcePositions positions;
        private final Map<String, Integer> long_lines;

        MethodLengths(CompilationUnitTree file, SourcePositions positions, Map<String, Integer> long_lines) {
            this.file = file;
            this.positions = positions;
            this.long_lines = long_lines;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void ignored) {
            long start = positions.getStartPosition(file, method);
            long end = positions.getEndPosition(file, method);
            if (start >= 0 && end >= 0) {
                LineMap lines = file.getLineMap();
                int count = (int) (lines.getLineNumber(end) - lines.getLineNumber(start)) + 1;
                if (count > METHOD_LINES_MAX) {
                    Path name = Path.of(file.getSourceFile().toUri()).getFileName();
                    long_lines.put(name + " " + method.getName(), count);
                }
            }
            return super.visitMethod(method, ignored);
        }
    }

    private static void measure(Path root, List<String> tooLong) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().matches(".*(?<!\\.gen)\\.(java|ts|vue)"))
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > LONGER.getOrDefault(file.toString(), LINES_MAX)) {
                    tooLong.add(file + " has " + lines.size() + " lines");
                }
                lines.stream()
                        .filter(line ->
                                line.length() > COLUMNS_MAX && file.toString().endsWith(".java"))
                        .forEach(line -> tooLong.add(file + " has a line of " + line.length() + " characters"));
            }
        }
    }
}
