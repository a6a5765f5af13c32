package xindang.platform.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.access.Caller;

/** One kind of decisions that can be read and made anew (决定类型); capabilities implement it. */
public interface DecisionKind {

    /** Its name, as records write it. */
    String kind();

    /** Refuses a caller who may not see what the decision is about, as if there were none. */
    void requireReadable(Caller caller, UUID subject);

    /**
     * Decides anew.
     *
     * @param node company of the decision
     * @param header canonical JSON of its run
     * @param record canonical JSON of the decision
     */
    Again again(UUID node, String header, String record);

    /**
     * What deciding anew came to.
     *
     * @param replayed the same or not
     * @param better what a better outcome lacks; null where nothing can be said
     */
    record Again(Replayed replayed, @Nullable Better better) {}
}
