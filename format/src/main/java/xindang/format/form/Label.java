package xindang.format.form;

/**
 * A text in both languages (双语文字).
 *
 * @param zh Chinese
 * @param en English
 */
public record Label(String zh, String en) {

    /** The text in a language: {@code en}, or Chinese. */
    public String in(String language) {
        return language.equals("en") ? en : zh;
    }
}
