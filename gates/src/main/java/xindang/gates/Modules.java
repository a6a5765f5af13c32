package xindang.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the modules (模块) of the build and their compiled classes lie. */
public final class Modules {

    private Modules() {}

    /**
     * The repository around a folder: the nearest one upwards that holds the launcher and the root POM.
     *
     * @throws IllegalStateException if there is none
     */
    public static Path repository(Path start) {
        for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("xindang")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no repository around " + start);
    }

    /** The folders of compiled product classes of all modules that were compiled, sorted. */
    public static List<Path> classes(Path repository) {
        return folders(repository, "target/classes");
    }

    /** The folders of compiled test classes of all modules that were compiled, sorted. */
    public static List<Path> testClasses(Path repository) {
        return folders(repository, "target/test-classes");
    }

    /** Whether a module has product sources at all. */
    public static boolean hasSources(Path repository, String module) {
        return Files.isDirectory(repository.resolve(module).resolve("src/main/java"));
    }

    private static List<Path> folders(Path repository, String inside) {
        try (Stream<Path> modules = Files.list(repository)) {
            return modules.filter(module -> Files.isRegularFile(module.resolve("pom.xml")))
                    .map(module -> module.resolve(inside))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
