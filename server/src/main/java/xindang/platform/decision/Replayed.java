package xindang.platform.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What deciding anew from a record's own facts came to (重算结果). */
public enum Replayed {
    /** The same record, byte by byte. */
    SAME,
    /** Another record: either it was changed, or the engine was; {@code docs/engine-changes.md} lists the latter. */
    DIFFERS,
    /** This engine or this database lacks a rule revision or a policy that the record names. */
    UNAVAILABLE;

    /** As interfaces write it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
