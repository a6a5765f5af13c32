package xindang.assess;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user asks {@code assess} for. */
final class AssessOptions {

    private static final String SYNOPSIS = """
            xindang assess LEDGER… [--as-of DATE] [--map FILE] [--policy FILE] [--rates FILE]
                           [--currency ISO] [--lang zh|en] [--quiet] --out DIR""";

    final List<Path> ledgers;
    final Path out;
    final @Nullable LocalDate asOf;
    final @Nullable Path map;
    final @Nullable Path policy;
    final @Nullable Path rates;
    final @Nullable Currency currency;
    final boolean quiet;
    final boolean noDecisions;
    final boolean noReport;

    AssessOptions(Options.Given given) {
        ledgers = given.operands().stream().map(given::path).toList();
        out = given.required("out", Options::path);
        asOf = given.value("as-of", Options::date);
        map = given.value("map", Options::path);
        policy = given.value("policy", Options::path);
        rates = given.value("rates", Options::path);
        currency = given.value("currency", Options::currency);
        quiet = given.has("quiet");
        noDecisions = given.has("no-decisions");
        noReport = given.has("no-report");
    }

    /** The options as they are declared. */
    static Options declared() {
        return new Options(SYNOPSIS, "LEDGER…", "usage.ledger")
                .with("out", "DIR", "usage.out")
                .with("as-of", "DATE", "usage.asOf")
                .with("map", "FILE", "usage.map")
                .with("policy", "FILE", "usage.policy")
                .with("rates", "FILE", "usage.rates")
                .with("currency", "ISO", "usage.currency")
                .with("lang", "zh|en", "usage.lang")
                .with("quiet", null, "usage.quiet")
                .with("no-decisions", null, "usage.noDecisions")
                .with("no-report", null, "usage.noReport");
    }
}
