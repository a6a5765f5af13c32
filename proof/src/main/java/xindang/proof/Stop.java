package xindang.proof;

import java.util.Map;

/** Ends the command with an exit code and a message for people; thrown where the user can do something about it. */
final class Stop extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String key;
    private final transient Map<String, String> values;

    Stop(int exit, String key, Map<String, String> values) {
        super(key);
        this.exit = exit;
        this.key = key;
        this.values = values;
    }

    int exit() {
        return exit;
    }

    String in(Texts texts) {
        return texts.get(key, values);
    }
}
