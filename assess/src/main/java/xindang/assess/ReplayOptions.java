package xindang.assess;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks {@code replay} for.
 *
 * @param folder result folder of {@code assess}
 * @param lang language asked for
 */
record ReplayOptions(Path folder, @Nullable String lang) {

    static ReplayOptions of(Options.Given given) {
        return new ReplayOptions(given.path(given.onlyOperand()), given.value("lang", Options::language));
    }

    /** The options as they are declared. */
    static Options declared() {
        return new Options("xindang replay DIR [--lang zh|en]", "DIR", "usage.replayDir")
                .with("lang", "zh|en", "usage.lang");
    }
}
