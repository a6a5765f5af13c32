package xindang.assess;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses options and says what is wrong with them in the user's language. */
final class Options {

    /** Parsing went well; the command goes on. */
    static final int GO_ON = -1;

    private Options() {}

    /** Fills the options from the arguments; returns {@link #GO_ON} or an exit code. */
    static int parse(Object options, String[] args, Environment environment, Texts texts) {
        var line = new CommandLine(options);
        line.setResourceBundle(ResourceBundle.getBundle("xindang.assess.texts", Locale.of(texts.language())));
        line.registerConverter(Currency.class, Options::currency);
        line.registerConverter(LocalDate.class, Options::date);
        try {
            line.parseArgs(args);
        } catch (ParameterException e) {
            environment.err().println(message(e, texts));
            environment.err().println(texts.get("usage.hint"));
            return Exit.USAGE;
        }
        if (line.isUsageHelpRequested()) {
            line.usage(environment.out());
            return Exit.OK;
        }
        return GO_ON;
    }

    private static String message(ParameterException e, Texts texts) {
        return switch (e) {
            case MissingParameterException missing ->
                texts.get(
                        "usage.missing",
                        missing.getMissing().isEmpty()
                                ? String.valueOf(e.getMessage())
                                : label(missing.getMissing().getFirst()));
            case UnmatchedArgumentException unmatched ->
                texts.get("usage.unknown", String.join(" ", unmatched.getUnmatched()));
            default ->
                texts.get(
                        "usage.value",
                        e.getArgSpec() == null ? "" : label(e.getArgSpec()),
                        e.getValue() == null ? String.valueOf(e.getMessage()) : e.getValue());
        };
    }

    private static String label(CommandLine.Model.ArgSpec spec) {
        return spec instanceof CommandLine.Model.OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private static Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            // Codes for gold, for tests and for "no currency" have no minor unit and are no money.
            if (currency.getDefaultFractionDigits() < 0) {
                throw new CommandLine.TypeConversionException(code);
            }
            return currency;
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(code);
        }
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1900 || date.getYear() > 2199) {
                throw new CommandLine.TypeConversionException(text);
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException(text);
        }
    }
}
