package xindang.notification;

import java.util.Arrays;
import java.util.Locale;

/** Groups of notices (通知分组), by which people choose how to be told. */
public enum Topic {
    /** Something waits for the reader (待办). */
    TASK,
    /** A day comes near or has passed (期限). */
    DEADLINE,
    /** A customer needs a look (预警). */
    WARNING,
    /** Somebody decided (决定). */
    DECISION,
    /** Work of the server ended, or it has something to say (系统). */
    SYSTEM;

    /** As interface and tables write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topic of a code. */
    public static Topic of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic: " + code));
    }
}
