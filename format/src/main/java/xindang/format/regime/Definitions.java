package xindang.format.regime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import xindang.engine.evaluation.Label;
import xindang.format.Body;

/** The terms that a regime defines (定义), in our own words; screens and manuals mean the same by them. */
public final class Definitions {

    private static final Map<String, Definition> ALL = read();

    private Definitions() {}

    /** A term and what it means. */
    public record Definition(Label term, Label meaning) {}

    /** All of them by their Chinese term. */
    public static Map<String, Definition> builtIn() {
        return ALL;
    }

    private static Map<String, Definition> read() {
        Body terms = Resources.read("definitions.json").object("definitions");
        var all = new LinkedHashMap<String, Definition>();
        terms.names().forEach(term -> {
            Body one = terms.object(term);
            all.put(term, new Definition(new Label(term, one.text("term")), new Label(one.text("zh"), one.text("en"))));
        });
        return Collections.unmodifiableMap(all);
    }
}
