package xindang.gates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code docs/requirements.json} (需求清单) and checks what can be said about it without any test. */
public final class RequirementsFile {

    /** Where the file lies in the repository. */
    public static final String PATH = "docs/requirements.json";

    private static final Pattern ID = Pattern.compile("[A-Z]{2,4}-\\d{2}");
    private static final Pattern ACCEPTANCE = Pattern.compile("(?s)given .+\\bwhen .+\\bthen .+");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequirementsFile() {}

    /** The entries in file order; throws Jackson's exception, which names line and column, if the file is malformed. */
    public static List<RequirementEntry> read(Path repository) {
        return JSON.readValue(repository.resolve(PATH).toFile(), new TypeReference<>() {});
    }

    /** What is wrong with the entries themselves, each a sentence that says what to do; empty if nothing is. */
    public static List<String> findings(List<RequirementEntry> entries) {
        List<String> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (RequirementEntry entry : entries) {
            if (!seen.add(entry.id())) {
                findings.add(PATH + ": " + entry.id() + " stands there twice; keep one of the entries.");
            }
            addFindings(entry, findings);
        }
        return List.copyOf(findings);
    }

    private static void addFindings(RequirementEntry entry, List<String> findings) {
        String where = PATH + ": " + entry.id();
        if (!ID.matcher(entry.id()).matches()) {
            findings.add(where + " is no requirement id; write chapter letters, a hyphen and two digits.");
        }
        if (entry.title().isBlank() || entry.title().length() > RequirementEntry.TITLE_LENGTH) {
            findings.add(where + " has no usable title; write 1 to " + RequirementEntry.TITLE_LENGTH + " characters.");
        }
        String acceptance = entry.acceptance();
        if (acceptance != null
                && !ACCEPTANCE.matcher(acceptance.toLowerCase(Locale.ROOT)).matches()) {
            findings.add(where + " has an acceptance sentence of another shape; write \"Given … when … then …\".");
        }
        String needs = entry.needs();
        if (needs != null && !Capabilities.WORDS.contains(needs)) {
            findings.add(where + " needs \"" + needs + "\", which is no capability; use one of "
                    + String.join(", ", Capabilities.WORDS) + ".");
        }
    }
}
