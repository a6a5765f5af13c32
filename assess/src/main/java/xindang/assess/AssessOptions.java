package xindang.assess;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the user asks {@code assess} for. */
@Command(
        name = "assess",
        synopsisHeading = "",
        customSynopsis = "xindang assess LEDGER… [--as-of DATE] [--map FILE] [--policy FILE] [--rates FILE]%n"
                + "               [--currency ISO] [--lang zh|en] [--quiet] --out DIR%n",
        sortOptions = false)
final class AssessOptions {

    @Parameters(paramLabel = "LEDGER", arity = "1..*", descriptionKey = "usage.ledger")
    List<Path> ledgers = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "usage.out")
    Path out = Path.of("");

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "usage.asOf")
    @Nullable
    LocalDate asOf;

    @Option(names = "--map", paramLabel = "FILE", descriptionKey = "usage.map")
    @Nullable
    Path map;

    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "usage.policy")
    @Nullable
    Path policy;

    @Option(names = "--rates", paramLabel = "FILE", descriptionKey = "usage.rates")
    @Nullable
    Path rates;

    @Option(names = "--currency", paramLabel = "ISO", descriptionKey = "usage.currency")
    @Nullable
    Currency currency;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "usage.lang")
    @Nullable
    String lang;

    @Option(names = "--quiet", descriptionKey = "usage.quiet")
    boolean quiet;

    @Option(names = "--no-decisions", descriptionKey = "usage.noDecisions")
    boolean noDecisions;

    @Option(names = "--no-report", descriptionKey = "usage.noReport")
    boolean noReport;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "usage.help")
    boolean help;
}
