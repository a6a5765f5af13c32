package xindang.assess;

import java.util.List;

/** Ends the command with an exit code and a message for people; thrown where the user can do something about it. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String key;
    private final transient List<Object> values;

    Stop(int exit, String key, Object... values) {
        super(key);
        this.exit = exit;
        this.key = key;
        this.values = List.of(values);
    }

    int exit() {
        return exit;
    }

    String in(Texts texts) {
        String message = texts.get(key, values.toArray());
        return exit == Exit.USAGE ? message + System.lineSeparator() + texts.get("usage.hint") : message;
    }
}
