package xindang.platform.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.store.DecisionStore;

/** Reads recorded decisions and decides anew (决定查询与重算). */
@Service
public class Decisions {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final DecisionStore store;
    private final Map<String, DecisionKind> kinds;
    private final JsonMapper json;

    Decisions(DecisionStore store, List<DecisionKind> kinds, JsonMapper json) {
        this.store = store;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(DecisionKind::kind, Function.identity()));
        this.json = json;
    }

    /** A decision within the caller's reach; 404 without saying which for all others. */
    @Transactional(readOnly = true)
    public Decision find(Caller caller, UUID id) {
        DecisionStore.Stored stored =
                store.find(id, caller.reach().companies()).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        DecisionKind kind = kinds.get(stored.kind());
        if (kind == null) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        kind.requireReadable(caller, stored.subject());
        return shown(stored, kind.again(stored.node(), stored.header(), stored.record()));
    }

    private Decision shown(DecisionStore.Stored stored, DecisionKind.Again again) {
        JsonNode run = json.readTree(stored.header()).at("/run");
        JsonNode record = json.readTree(stored.record());
        return new Decision(
                stored.id(),
                stored.kind(),
                stored.subject(),
                members(record.at("/subject")),
                LocalDate.parse(run.at("/asOf").asString()),
                stored.recordedAt(),
                run.at("/engine").asString(),
                run.at("/policies").valueStream().map(Decisions::policy).toList(),
                run.at("/rules").valueStream().map(JsonNode::asString).toList(),
                members(record.at("/facts")),
                members(record.at("/outcome")),
                record.at("/reasons")
                        .valueStream()
                        .map(reason ->
                                new Decision.RuleReason(reason.at("/rule").asString(), members(reason.at("/facts"))))
                        .toList(),
                record.at("/run").asString(),
                record.at("/sha256").asString(),
                again.replayed(),
                again.better());
    }

    private Map<String, Object> members(JsonNode node) {
        return json.convertValue(node, MEMBERS);
    }

    private static Decision.UsedPolicy policy(JsonNode node) {
        return new Decision.UsedPolicy(
                node.at("/kind").asString(),
                node.at("/id").asString(),
                node.at("/version").asString(),
                node.at("/sha256").asString());
    }
}
