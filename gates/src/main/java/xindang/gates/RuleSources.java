package xindang.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of one capability as their sources state them (规则源码). The gates know no module of the product, so they read the
 * list of rules and the class of each rule as text; a test beside the engine compares the ids with the real ones.
 */
final class RuleSources {

    private static final String ENGINE = "engine/src/main/java/xindang/engine/";
    private static final Pattern BOOK = Pattern.compile(
            "RuleBook<>\\(\\s*List\\.of\\(((?:\\s*new \\w+\\(\\),?)*)\\s*\\),\\s*List\\.of\\(((?:\\s*new"
                    + " \\w+\\(\\),?)*)\\s*\\)\\)");
    private static final Pattern RULE = Pattern.compile("new (\\w+)\\(\\)");
    private static final Pattern REVISION = Pattern.compile("RuleId\\.of\\(\\w+\\.class, (\\d+)\\)");
    private static final Pattern KIND = Pattern.compile("return WarningKind\\.(\\w+);");
    private static final Pattern COMMENT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public final class", Pattern.DOTALL);

    private final Path repository;
    private final String capability;

    /**
     * One rule.
     *
     * @param id name and revision
     * @param kind kind a policy switches it on by; empty where rules have no kinds
     * @param sentence first sentence of the class comment
     */
    record Line(String id, String kind, String sentence) {}

    RuleSources(Path repository, String capability) {
        this.repository = repository;
        this.capability = capability;
    }

    /**
     * The rules in force of a book, in order.
     *
     * @throws IllegalStateException if a source does not look as expected, so that no rule is ever left out silently
     */
    List<Line> inForce(String book) {
        return rules(book, 1);
    }

    /** The earlier revisions kept for replay. */
    List<Line> earlier(String book) {
        return rules(book, 2);
    }

    private List<Line> rules(String book, int group) {
        Path source = repository.resolve(ENGINE + capability + "/" + book + ".java");
        String list = find(BOOK, source).group(group);
        var lines = new ArrayList<Line>();
        for (Matcher rule = RULE.matcher(list); rule.find(); ) {
            lines.add(line(rule.group(1)));
        }
        return lines;
    }

    private Line line(String rule) {
        Path source = repository.resolve(ENGINE + capability + "/rules/" + rule + ".java");
        String name = rule.replaceFirst("Revision\\d+$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        Matcher kind = KIND.matcher(text(source));
        return new Line(
                name + "@" + find(REVISION, source).group(1),
                kind.find() ? kindCode(kind.group(1)) : "",
                sentence(find(COMMENT, source).group(1)));
    }

    private String kindCode(String constant) {
        Path kinds = repository.resolve(ENGINE + capability + "/WarningKind.java");
        return find(Pattern.compile("\\b" + constant + "\\(\"(\\w+)\"\\)"), kinds)
                .group(1);
    }

    /** The first sentence of a comment, as plain text. */
    static String sentence(String comment) {
        String plain = comment.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher end = Pattern.compile("\\.(?= |$)").matcher(plain);
        return end.find() ? plain.substring(0, end.end()) : plain;
    }

    private static MatchResult find(Pattern pattern, Path source) {
        Matcher matcher = pattern.matcher(text(source));
        if (!matcher.find()) {
            throw new IllegalStateException(source + " does not hold " + pattern);
        }
        return matcher.toMatchResult();
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
