package xindang.gates;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The libraries of the screens (前端依赖), read from the lock file of npm, which names version and licence of each. What is needed
 * only to build or test is marked there; everything else may end in the files a user gets.
 */
final class NpmLibraries {

    private static final String LOCK = "web/package-lock.json";
    private static final String FOLDER = "node_modules/";

    private NpmLibraries() {}

    /** All libraries in the lock file of a repository; none where there is no such file. */
    static List<LicenceGate.Library> of(Path repository) {
        Path lock = repository.resolve(LOCK);
        if (!Files.isRegularFile(lock)) {
            return List.of();
        }
        JsonNode packages = JsonMapper.builder().build().readTree(lock.toFile()).path("packages");
        return packages.propertyStream()
                .filter(entry -> entry.getKey().contains(FOLDER))
                .map(NpmLibraries::library)
                .distinct()
                .toList();
    }

    private static LicenceGate.Library library(Map.Entry<String, JsonNode> entry) {
        String path = entry.getKey();
        JsonNode library = entry.getValue();
        String name = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
        boolean aside = library.path("dev").asBoolean(false)
                || library.path("devOptional").asBoolean(false)
                || library.path("optional").asBoolean(false);
        return new LicenceGate.Library(
                "npm:" + name + ":" + library.path("version").asString(""),
                choices(library.path("license").asString("")),
                !aside);
    }

    /** The licences of an expression such as {@code (MIT OR CC0-1.0)}. */
    private static List<String> choices(String expression) {
        String plain = expression.replaceAll("^\\(|\\)$", "");
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" OR ", -1));
    }
}
