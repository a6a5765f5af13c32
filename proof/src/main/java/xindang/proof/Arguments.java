package xindang.proof;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code verify-log} was asked for (命令参数).
 *
 * @param evidence the package or receipt
 * @param keys files with public keys; at least one
 * @param known file with a checkpoint of an earlier time
 */
record Arguments(String evidence, List<String> keys, Optional<String> known) {

    /** The language asked for; what is no language is told by {@link #parse}. */
    static Optional<String> language(List<String> args) {
        int at = args.lastIndexOf("--lang");
        return at < 0 || at + 1 >= args.size() ? Optional.empty() : Optional.of(args.get(at + 1));
    }

    static Arguments parse(List<String> args) throws Stop {
        List<String> operands = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> known = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
            String arg = rest.next();
            switch (arg) {
                case "--key" -> keys.add(value(arg, rest));
                case "--known" -> known.add(value(arg, rest));
                case "--lang" -> languages.add(language(value(arg, rest)));
                default -> {
                    if (arg.startsWith("-")) {
                        throw usage("usage.unknown", arg);
                    }
                    operands.add(arg);
                }
            }
        }
        if (known.size() > 1 || languages.size() > 1) {
            throw usage("usage.twice", known.size() > 1 ? "--known" : "--lang");
        }
        if (operands.size() != 1 || keys.isEmpty()) {
            throw usage("usage.missing", operands.size() == 1 ? "--key" : "PACKAGE");
        }
        return new Arguments(
                operands.getFirst(), List.copyOf(keys), known.stream().findFirst());
    }

    private static String value(String option, Iterator<String> rest) throws Stop {
        if (!rest.hasNext()) {
            throw usage("usage.noValue", option);
        }
        return rest.next();
    }

    private static String language(String value) throws Stop {
        if (!value.equals("zh") && !value.equals("en")) {
            throw usage("usage.language", value);
        }
        return value;
    }

    private static Stop usage(String key, String value) {
        return new Stop(Exit.USAGE, key, Map.of("value", value));
    }
}
