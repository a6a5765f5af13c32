package xindang.format;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something wrong or noteworthy in a file (格式问题): a code and its facts, so that any language can tell it. {@link #text} tells it
 * in English.
 *
 * @param code what kind of problem
 * @param args facts by name; usual ones are {@code file}, {@code pointer} (RFC 6901), {@code value} and {@code expected}
 */
public record FormatProblem(Code code, Map<String, String> args) {

    /** Kinds of problem; the template names the facts each one carries. */
    public enum Code {
        /** There is no such file. */
        FILE_NOT_FOUND("{file}: there is no such file"),
        /** The file cannot be read. */
        FILE_UNREADABLE("{file}: the file cannot be read ({value})"),
        /** The file is larger than policies ever are. */
        FILE_TOO_LARGE("{file}: {value} bytes; policies have at most {expected}, so this is another kind of file"),
        /** It starts with a byte order mark. */
        BYTE_ORDER_MARK("{file}: it starts with a byte order mark; save it as UTF-8 without one"),
        /** It is not UTF-8. */
        NOT_UTF8("{file}: byte {value} is not UTF-8; save the file as UTF-8"),
        /** It is not JSON. */
        NOT_JSON("{file}: line {line}, column {column} is not JSON: {value}"),
        /** A member name stands twice in one object. */
        DUPLICATE_KEY("{file} {pointer}: this member stands twice; keep one"),
        /** It is nested too deeply. */
        TOO_DEEP("{file} {pointer}: nested deeper than {expected} levels"),
        /** A number that is no whole number of 32 bits. */
        NUMBER_NOT_WHOLE("{file} {pointer}: {value} is no small whole number; write decimals and amounts as \"text\""),
        /** A text that is no valid Unicode. */
        LONE_SURROGATE("{file} {pointer}: half a character (lone surrogate)"),
        /**
         * The JSON Schema of the kind is not met ({@code keyword}); also {@code name} of the member meant, {@code limit} that the
         * keyword sets, {@code example} and {@code about}, the schema's description in brackets, each empty where there is none.
         */
        SCHEMA("{file} {pointer}: {value} does not fit ({keyword}): {expected}"),
        /** The value breaks a rule that a schema cannot tell. */
        CONTRADICTION("{file} {pointer}: {expected}"),
        /** The hash does not belong to the text. */
        WRONG_SHA256("{file} {pointer}: sha256 is {value}, the text gives {expected}; remove it or export again"),
        /** Two versions of one policy begin on one day. */
        SAME_DAY_TWICE("{file} {pointer}: a second {kind} policy from {value}; keep one"),
        /** Policies of several nodes where only one can apply. */
        SEVERAL_NODES("{file} {pointer}: {kind} policies of the nodes {expected} and {value}; keep those of one node"),
        /** Text that is JSON, but not the canonical one. */
        NOT_CANONICAL("{file}: not canonical JSON (RFC 8785) from character {value} on"),
        /** Notice: a kind this program does not read. */
        KIND_IGNORED("{file} {pointer}: kind {kind} is not used here"),
        /** Notice: the file lacks a kind; the preset's policy is used as a whole. */
        KIND_FROM_PRESET("no {kind} policy in {file}; that of preset {value} applies"),
        /** Notice: the policy begins after the day, so it does not decide. */
        NOT_YET_IN_FORCE(
                "{file}: policy {value} of kind {kind} begins on {expected}, after the day decided on; it decides nothing yet"),
        /** Notice: something about a scorecard that should be answered before publishing. */
        CARD_WARNING("{file}: scorecard {value}: {expected}");

        private final String template;

        Code(String template) {
            this.template = template;
        }
    }

    private static final Pattern PLACE = Pattern.compile("[{]([a-z]+)[}]");

    /** Sorts the facts by name. */
    public FormatProblem {
        args = Collections.unmodifiableMap(new TreeMap<>(args));
    }

    /** The problem in English, with its facts. */
    public String text() {
        // One pass, so that braces inside a value stay what they are.
        return PLACE.matcher(code.template)
                .replaceAll(place -> Matcher.quoteReplacement(args.getOrDefault(place.group(1), place.group())));
    }
}
