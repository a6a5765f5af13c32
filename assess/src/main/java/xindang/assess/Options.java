package xindang.assess;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/**
 * The options of one command: declared in order with the keys of their descriptions, parsed, and told in the user's
 * language when something is wrong with them.
 */
final class Options {

    private final String synopsis;
    private final String operand;
    private final String operandText;
    private final org.apache.commons.cli.Options declared = new org.apache.commons.cli.Options();

    /**
     * Options of a command.
     *
     * @param synopsis how the command is called
     * @param operand name of what is not an option
     * @param operandText key of its description
     */
    Options(String synopsis, String operand, String operandText) {
        this.synopsis = synopsis;
        this.operand = operand;
        this.operandText = operandText;
    }

    /** Declares an option; {@code value} is the name of its value, null for a switch. */
    Options with(String name, @Nullable String value, String text) {
        declared.addOption(Option.builder()
                .longOpt(name)
                .hasArg(value != null)
                .argName(value)
                .desc(text)
                .get());
        return this;
    }

    /** Reads the arguments; every failure names the option and what is wrong with it. */
    Given parse(String[] args) {
        declared.addOption(
                Option.builder("h").longOpt("help").desc("usage.help").get());
        var parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        try {
            CommandLine line = parser.parse(declared, args);
            for (Option option : declared.getOptions()) {
                String[] values = line.getOptionValues(option);
                if (values != null && values.length > 1) {
                    throw wrong(option.getLongOpt(), values[1]);
                }
            }
            return new Given(line, operand);
        } catch (MissingArgumentException e) {
            throw new Stop(Exit.USAGE, "usage.noValue", "--" + e.getOption().getLongOpt());
        } catch (UnrecognizedOptionException e) {
            throw new Stop(Exit.USAGE, "usage.unknown", e.getOption());
        } catch (ParseException e) {
            throw new Stop(Exit.USAGE, "usage.unknown", String.valueOf(e.getMessage()));
        }
    }

    /** Prints what the command takes; lines are left to the terminal to break. */
    void help(PrintStream out, Texts texts) {
        out.println(synopsis);
        out.println();
        item(out, operand, texts.get(operandText));
        for (Option option : declared.getOptions()) {
            String value = option.hasArg() ? " " + option.getArgName() : "";
            item(out, "--" + option.getLongOpt() + value, texts.get(option.getDescription()));
        }
    }

    private static void item(PrintStream out, String name, String text) {
        out.println("  " + name);
        out.println("      " + text);
    }

    private static Stop wrong(String option, String value) {
        return new Stop(Exit.USAGE, "usage.value", "--" + option, value);
    }

    /** The options and operands of one call. */
    static final class Given {

        private final CommandLine line;
        private final String operand;

        private Given(CommandLine line, String operand) {
            this.line = line;
            this.operand = operand;
        }

        boolean asksForHelp() {
            return line.hasOption("help");
        }

        boolean has(String option) {
            return line.hasOption(option);
        }

        /** What is not an option; at least one. */
        List<String> operands() {
            if (line.getArgList().isEmpty()) {
                throw new Stop(Exit.USAGE, "usage.missing", operand);
            }
            return line.getArgList();
        }

        /** The one operand. */
        String onlyOperand() {
            List<String> operands = operands();
            if (operands.size() > 1) {
                throw new Stop(Exit.USAGE, "usage.unknown", String.join(" ", operands.subList(1, operands.size())));
            }
            return operands.getFirst();
        }

        /** The value of an option; null where it is not given. */
        @Nullable
        String value(String option) {
            return line.getOptionValue(option);
        }

        /** The value of an option as something else; null where it is not given. */
        <T> @Nullable T value(String option, Function<String, Optional<T>> reading) {
            String value = value(option);
            return value == null ? null : reading.apply(value).orElseThrow(() -> wrong(option, value));
        }

        /** The value of an option that cannot be left out. */
        <T> T required(String option, Function<String, Optional<T>> reading) {
            T value = value(option, reading);
            if (value == null) {
                throw new Stop(Exit.USAGE, "usage.missing", "--" + option);
            }
            return value;
        }

        /** An operand as a path. */
        Path path(String value) {
            return Options.path(value).orElseThrow(() -> new Stop(Exit.USAGE, "usage.value", operand, value));
        }
    }

    /** A path; empty for what this system cannot name a file. */
    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A currency; codes for gold, for tests and for "no currency" have no minor unit and are no money. */
    static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(one -> one.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A date within two centuries; anything else is a slip of the finger. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1900 && date.getYear() <= 2199);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A language the program speaks. */
    static Optional<String> language(String text) {
        return Optional.of(text).filter(one -> one.equals("zh") || one.equals("en"));
    }
}
