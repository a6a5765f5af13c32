package xindang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.format.PolicyDocument;
import xindang.platform.rest.NamedRef;

/**
 * Which policy of a kind decides at a node on a day (适用版本), and which others were passed over.
 *
 * @param kind kind; a scorecard is one of several of its kind
 * @param version the version that decides
 * @param skipped those passed over, the nearest and latest first
 */
public record Resolution(String kind, Version version, List<Skipped> skipped) {

    /** Copies the list. */
    public Resolution {
        skipped = List.copyOf(skipped);
    }

    /**
     * A version of a policy.
     *
     * @param id id of its row; null for the recommended regime of the program, where no node says anything
     * @param node node it was published at; null for that of the program
     * @param binding whether it holds below its node also where a nearer node has its own
     * @param preset sample regime it was made from
     * @param document what it says
     */
    public record Version(
            @Nullable UUID id,
            @Nullable NamedRef node,
            boolean binding,
            @Nullable String preset,
            PolicyDocument document) {}

    /**
     * A version passed over.
     *
     * @param node node it was published at
     * @param id name of the policy
     * @param version its version
     * @param validFrom first day
     * @param why {@code superseded}, {@code not-begun}, {@code nearer} or {@code binding}
     */
    public record Skipped(NamedRef node, String id, String version, LocalDate validFrom, String why) {}
}
