package xindang.policy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import xindang.format.PolicyKinds;
import xindang.format.PolicyReader;
import xindang.format.PolicySet;
import xindang.format.regime.Composition;
import xindang.platform.rest.NamedRef;
import xindang.policy.store.PolicyStore;
import xindang.policy.store.PolicyStore.Stored;

/**
 * Which policies decide (适用制度): per kind those of the nearest node upward from the object's node, taken as a whole, in the
 * version of the day. A kind that no node has comes from the recommended regime R0, and the result's notices say so.
 */
@Service
public class Regime {

    private final PolicyStore store;

    /** Parsed once per text: a stored version never changes. */
    private final Map<String, PolicyDocument> parsed = new ConcurrentHashMap<>();

    Regime(PolicyStore store) {
        this.store = store;
    }

    /**
     * The policies in force, as far as the engine reads them.
     *
     * @param node node of the object decided on, never of the acting user
     * @param date business date of the decision
     */
    @Transactional(readOnly = true)
    public EffectivePolicies at(UUID node, LocalDate date) {
        List<PolicyDocument> documents = Resolver.choose(store.upward(node), date).values().stream()
                .flatMap(choice -> choice.chosen().stream())
                .map(this::parse)
                .toList();
        return new PolicySet("node " + node, documents, List.of()).at(date);
    }

    /**
     * For every kind which version decides, and why no other.
     *
     * @param node node of the organisation
     * @param date business date
     */
    @Transactional(readOnly = true)
    public List<Resolution> resolve(UUID node, LocalDate date) {
        Map<String, Resolver.Choice> choices = Resolver.choose(store.upward(node), date);
        var all = new ArrayList<Resolution>();
        for (String kind : PolicyKinds.all()) {
            Resolver.Choice choice = choices.getOrDefault(kind, new Resolver.Choice(List.of(), List.of()));
            List<Resolution.Skipped> skipped =
                    choice.skipped().stream().map(Regime::skipped).toList();
            choice.chosen().stream()
                    .sorted(Comparator.comparing(Stored::policy))
                    .forEach(one -> all.add(new Resolution(kind, version(one), skipped)));
            if (choice.chosen().isEmpty()) {
                Composition.standard().stream()
                        .filter(document -> document.ref().kind().equals(kind))
                        .forEach(document -> all.add(new Resolution(
                                kind, new Resolution.Version(null, null, false, null, document), skipped)));
            }
        }
        return all;
    }

    /** The parameters in force at a node on a day, by kind; without the scorecards. */
    @Transactional(readOnly = true)
    public Map<String, PolicyDocument> settings(UUID node, LocalDate date) {
        var settings = new LinkedHashMap<String, PolicyDocument>();
        resolve(node, date).stream()
                .filter(one -> !one.kind().equals("scorecard"))
                .forEach(one -> settings.put(one.kind(), one.version().document()));
        return settings;
    }

    private Resolution.Version version(Stored one) {
        return new Resolution.Version(
                one.id(), new NamedRef(one.node(), one.nodeName()), one.binding(), one.preset(), parse(one));
    }

    private static Resolution.Skipped skipped(Resolver.Passed passed) {
        Stored one = passed.version();
        return new Resolution.Skipped(
                new NamedRef(one.node(), one.nodeName()), one.policy(), one.version(), one.validFrom(), passed.why());
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
        for (Stored one :
                store.byHash(node, refs.stream().map(PolicyRef::sha256).toList())) {
            documents.add(parse(one));
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

    /** What a stored version says. */
    PolicyDocument parse(Stored stored) {
        return parsed.computeIfAbsent(
                stored.sha256(),
                _ -> PolicyReader.parse(
                                stored.kind() + " " + stored.policy(),
                                stored.document().getBytes(StandardCharsets.UTF_8))
                        .documents()
                        .getFirst());
    }
}
