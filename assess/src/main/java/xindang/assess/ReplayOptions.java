package xindang.assess;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the user asks {@code replay} for. */
@Command(
        name = "replay",
        synopsisHeading = "",
        customSynopsis = "xindang replay DIR [--lang zh|en]%n",
        sortOptions = false)
final class ReplayOptions {

    @Parameters(paramLabel = "DIR", descriptionKey = "usage.replayDir")
    Path folder = Path.of("");

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "usage.lang")
    @Nullable
    String lang;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "usage.help")
    boolean help;
}
