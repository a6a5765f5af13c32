package xindang.proof.evidence;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The first thing that is wrong (首个错误).
 *
 * @param fault what it is
 * @param index index of the first wrong entry; empty where no single entry can be named
 * @param facts what a text about it needs, by name
 */
public record Finding(Fault fault, OptionalLong index, Map<String, String> facts) {

    /** Takes a copy of the facts. */
    public Finding {
        facts = Map.copyOf(facts);
    }
}
