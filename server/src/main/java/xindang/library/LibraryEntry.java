package xindang.library;

import xindang.format.form.Label;

/**
 * A template as the library lists it (模板).
 *
 * @param code short name, unique within its kind; what is installed gets it as its own
 * @param group what it is for
 * @param name name
 * @param about what it is good for, in a sentence
 */
public record LibraryEntry(LibraryKind kind, String code, LibraryGroup group, Label name, Label about) {}
