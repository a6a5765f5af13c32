package xindang.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template becomes (模板种类). */
public enum LibraryKind {
    /** A form, installed as its first draft (表单). */
    FORM,
    /** A flow, installed as a draft (流程). */
    FLOW,
    /** A template of letters, of use at once (函件模板). */
    LETTER;

    /** Name in addresses and interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with a name; nothing for a name that is none. */
    public static Optional<LibraryKind> named(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
