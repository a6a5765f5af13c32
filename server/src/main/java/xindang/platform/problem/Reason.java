package xindang.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why something was refused (原因), for programs: names and values, no sentences.
 *
 * @param rule rule with its revision, such as {@code request-stays-within-authority@1}; null if no rule decided
 * @param field field of the request in dotted form; null if no single field is at fault
 * @param facts what was compared; texts, numbers, truth values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(@Nullable String rule, @Nullable String field, Map<String, Object> facts) {

    /** Copies the facts. */
    public Reason {
        facts = Map.copyOf(facts);
    }

    /**
     * A field that does not fit.
     *
     * @param field field in dotted form
     * @param code what is wrong, in kebab case: {@code required}, {@code too-long} …
     */
    public static Reason field(String field, String code) {
        return new Reason(null, field, Map.of("code", code));
    }
}
