package xindang.gates;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The capability words (能力词): one word for engine package, server package, address and table prefix. */
public final class Capabilities {

    /** All words, in the order of the design. */
    public static final SequencedSet<String> WORDS = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(List.of(
            "customerfile",
            "contract",
            "evaluation",
            "creditline",
            "exposure",
            "receivable",
            "collection",
            "warning",
            "standing",
            "engagement",
            "records",
            "supervision",
            "policy",
            "insight",
            "sharing",
            "integration",
            "forms",
            "workflow",
            "library",
            "document",
            "notification",
            "calendar",
            "identity",
            "audittrail",
            "secrecy",
            "platform",
            "demo")));

    private Capabilities() {}

    /** The words that have a server package in this repository. */
    public static Set<String> existing(Path repository) {
        Path server = repository.resolve("server/src/main/java/xindang");
        return WORDS.stream()
                .filter(word -> Files.isDirectory(server.resolve(word)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
