package xindang.engine.evaluation;

/**
 * A name or meaning shown to people (名称), in Chinese and English.
 *
 * @param zh Chinese text
 * @param en English text
 */
public record Label(String zh, String en) {

    /** One text for both languages, for codes that need no translation. */
    public static Label of(String text) {
        return new Label(text, text);
    }
}
