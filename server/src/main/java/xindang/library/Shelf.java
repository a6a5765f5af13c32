package xindang.library;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import xindang.platform.access.Caller;
import xindang.platform.problem.Refusal;

/** Templates of one kind (模板架), kept, shown and installed by the capability that knows what they are. */
public interface Shelf {

    /** Their kind; no two shelves have the same. */
    LibraryKind kind();

    /** The right that installing takes, such as {@code forms.design}. */
    String right();

    /** All templates, in the order in which they are shown. */
    List<LibraryEntry> entries();

    /** What the template with a code of {@link #entries} says, in both languages, for looking at. */
    Map<String, Object> content(String code);

    /**
     * Makes something of a template.
     *
     * @param node open node within the caller's reach
     * @param language {@code zh} or {@code en}: what is told in one language only is told in this one
     * @throws Refusal 409 if the node has something of this code
     */
    LibraryInstallation install(Caller caller, UUID node, String code, String language);
}
