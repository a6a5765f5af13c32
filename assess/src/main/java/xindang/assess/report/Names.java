package xindang.assess.report;

/** Writes names that come from input: isolated from the direction of the text around them, and cut when very long. */
final class Names {

    private static final int SHOWN = 60;
    private static final int IN_TITLE = 200;

    private Names() {}

    /** A name; one that is cut carries more of itself in its title. */
    static void write(Html html, String name) {
        if (length(name) <= SHOWN) {
            html.element("bdi", name);
        } else {
            html.element("bdi", cut(name, SHOWN), "title", cut(name, IN_TITLE));
        }
    }

    /** A name cut for places where only text can stand. */
    static String brief(String name) {
        return cut(name, SHOWN);
    }

    /** The last part of a path. */
    static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String cut(String name, int most) {
        return length(name) <= most ? name : name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }
}
