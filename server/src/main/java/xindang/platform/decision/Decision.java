package xindang.platform.decision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision (决定记录), as the panel that explains it shows it.
 *
 * @param id id
 * @param kind kind, such as {@code assessment}
 * @param subjectId what it is about
 * @param subject how the record names that
 * @param asOf business date
 * @param recordedAt when it was recorded
 * @param engine version of the engine that decided
 * @param policies policies used
 * @param rules revisions of the rules that were asked
 * @param facts what the rules read
 * @param outcome what was decided
 * @param reasons rules that spoke, with what they saw
 * @param run SHA-256 of the run's header
 * @param sha256 SHA-256 of the record
 * @param replay whether deciding anew gives the same
 * @param better what a better outcome lacks
 */
public record Decision(
        UUID id,
        String kind,
        UUID subjectId,
        Map<String, Object> subject,
        LocalDate asOf,
        OffsetDateTime recordedAt,
        String engine,
        List<UsedPolicy> policies,
        List<String> rules,
        Map<String, Object> facts,
        Map<String, Object> outcome,
        List<RuleReason> reasons,
        String run,
        String sha256,
        Replayed replay,
        @Nullable Better better) {

    /** Copies the lists. */
    public Decision {
        policies = List.copyOf(policies);
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
    }

    /** One version of a policy. */
    public record UsedPolicy(String kind, String id, String version, String sha256) {}

    /** A rule that spoke. */
    public record RuleReason(String rule, Map<String, Object> facts) {}
}
