package xindang.policy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.engine.decision.PolicyRef;
import xindang.format.EffectivePolicies;
import xindang.format.PolicyDocument;
import xindang.format.PolicyReader;
import xindang.format.PolicySet;
import xindang.policy.store.PolicyStore;

/**
 * Which policies decide (适用制度): per kind those of the nearest node upward from the object's node, taken as a whole, in the
 * version of the day. A kind that no node has comes from preset R0, and the result's notices say so.
 */
@Service
public class Regime {

    private final PolicyStore store;

    /** Parsed once per text: a stored version never changes. */
    private final Map<String, List<PolicyDocument>> parsed = new ConcurrentHashMap<>();

    Regime(PolicyStore store) {
        this.store = store;
    }

    /**
     * The policies in force.
     *
     * @param node node of the object decided on, never of the acting user
     * @param date business date of the decision
     */
    @Transactional(readOnly = true)
    public EffectivePolicies at(UUID node, LocalDate date) {
        var nearest = new HashMap<String, Integer>();
        var documents = new ArrayList<PolicyDocument>();
        for (PolicyStore.Stored one : store.upward(node)) {
            if (nearest.computeIfAbsent(one.kind(), _ -> one.distance()) == one.distance()) {
                documents.addAll(parsed.computeIfAbsent(one.sha256(), _ -> parse(one)));
            }
        }
        return new PolicySet("node " + node, documents, List.of()).at(date);
    }

    /**
     * The policies a decision names, whether or not they are still in force; nothing if one of them is not there.
     *
     * @param node node of the object decided on
     * @param date business date of the decision
     */
    @Transactional(readOnly = true)
    public Optional<EffectivePolicies> named(UUID node, LocalDate date, List<PolicyRef> refs) {
        var documents = new ArrayList<PolicyDocument>();
        for (PolicyStore.Stored one :
                store.byHash(node, refs.stream().map(PolicyRef::sha256).toList())) {
            documents.addAll(parsed.computeIfAbsent(one.sha256(), _ -> parse(one)));
        }
        // What no node has was taken from the preset, by the same hash or not at all.
        PolicyReader.defaultPreset().documents().stream()
                .filter(document -> refs.contains(document.ref()))
                .forEach(documents::add);
        if (!documents.stream().map(PolicyDocument::ref).toList().containsAll(refs)) {
            return Optional.empty();
        }
        return Optional.of(new PolicySet("node " + node, documents, List.of()).at(date));
    }

    private static List<PolicyDocument> parse(PolicyStore.Stored stored) {
        return PolicyReader.parse(
                        stored.kind() + " " + stored.id(), stored.document().getBytes(StandardCharsets.UTF_8))
                .documents();
    }
}
