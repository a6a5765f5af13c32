package xindang.gates;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How long a source file and a method may be (篇幅习惯), so that a reader knows his way about. Generated sources are
 * exempt. A method is measured from its signature; annotations before it, which hold the tables of a test, are not.
 */
public final class SizeHabits {

    /** Most lines of a source file, tests included. */
    public static final int FILE_LINES = 400;

    /** Most lines of a method, signature and closing brace included. */
    public static final int METHOD_LINES = 40;

    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|ts|vue)");
    private static final Pattern GENERATED = Pattern.compile("(.*/)?(gen|generated|jooq)/.*|schema/src/main/java/.*");

    private SizeHabits() {}

    /** All findings in the given files of a repository; each names file, line and both numbers. */
    public static List<String> findings(Path repository, List<Path> files) {
        List<Path> sources = files.stream()
                .filter(file -> SOURCE.matcher(file.toString()).matches())
                .filter(file -> !GENERATED.matcher(file.toString()).matches())
                .toList();
        List<String> findings = new ArrayList<>();
        for (Path source : sources) {
            long lines = lines(repository.resolve(source));
            if (lines > FILE_LINES) {
                findings.add(
                        source + " has " + lines + " lines; at most " + FILE_LINES + ", split it by what it does.");
            }
        }
        List<Path> java = sources.stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        if (!java.isEmpty()) {
            addLongMethods(repository, java, findings);
        }
        return List.copyOf(findings);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addLongMethods(Path repository, List<Path> sources, List<String> findings) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            sources.stream().map(repository::resolve).toList()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = repository.relativize(Path.of(unit.getSourceFile().toUri()));
                new LongMethods(unit, positions, file, findings).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class LongMethods extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Path file;
        private final CharSequence text;
        private final List<String> findings;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, Path file, List<String> findings)
                throws IOException {
            this.unit = unit;
            this.text = unit.getSourceFile().getCharContent(true);
            this.positions = positions;
            this.file = file;
            this.findings = findings;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap map = unit.getLineMap();
            long begin = signature(method);
            long end = positions.getEndPosition(unit, method);
            if (begin >= 0 && end >= 0) {
                long first = map.getLineNumber(begin);
                long lines = map.getLineNumber(end) - first + 1;
                if (lines > METHOD_LINES) {
                    findings.add(file + ":" + first + ": " + method.getName() + " has " + lines + " lines; at most "
                            + METHOD_LINES + ", give its steps names of their own.");
                }
            }
            return super.visitMethod(method, null);
        }

        /** Where the method begins behind its annotations; a modifier stands on the line of the signature anyway. */
        private long signature(MethodTree method) {
            long position = positions.getEndPosition(unit, method.getModifiers());
            if (position < 0) {
                return positions.getStartPosition(unit, method);
            }
            while (position < text.length() && Character.isWhitespace(text.charAt((int) position))) {
                position++;
            }
            return position;
        }
    }
}
