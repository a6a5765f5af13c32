package xindang.document.letter;

/**
 * What keeps a text from being a template (模板问题).
 *
 * @param code what is wrong, such as {@code unknown-field}
 * @param word the element, field or list
 * @param line line of the text, from 1
 */
public record TemplateFault(String code, String word, int line) {}
