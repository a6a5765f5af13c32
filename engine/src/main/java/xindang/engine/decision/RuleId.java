package xindang.engine.decision;

/**
 * Names one revision of a rule (规则): {@code low-grade-raises-warning@1}. The name is the rule's class name in kebab
 * case; changing what a rule decides makes a new revision beside the old one, which stays for replay.
 *
 * @param name class name in kebab case
 * @param revision from 1 upwards
 */
public record RuleId(String name, int revision) {

    /** Refuses an empty name and revisions below 1. */
    public RuleId {
        if (name.isEmpty() || revision < 1) {
            throw new IllegalArgumentException("no rule id: " + name + "@" + revision);
        }
    }

    /** The id of a rule class at a revision. A class of a later revision ends in {@code Revision2}, which is dropped. */
    public static RuleId of(Class<?> rule, int revision) {
        String kebab = rule.getSimpleName().replaceFirst("Revision\\d+$", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
        return new RuleId(lowerCase(kebab), revision);
    }

    /** Reads {@code name@revision}. */
    public static RuleId parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("no rule id: " + text);
        }
        return new RuleId(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return name + "@" + revision;
    }

    private static String lowerCase(String ascii) {
        var out = new StringBuilder(ascii.length());
        ascii.chars().forEach(c -> out.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return out.toString();
    }
}
