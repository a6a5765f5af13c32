package xindang.workflow;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.engine.workflow.Who;
import xindang.format.Body;
import xindang.format.PolicyDocument;
import xindang.identity.Competence;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.platform.time.BusinessClock;
import xindang.policy.Regime;

/** Finds out who signs at a stop (审批人解析), as roles, regime and organisation are on that day. */
@Component
class Signatories {

    /** Presets whose holders lead the node at which they hold them. */
    private static final Set<String> LEADING =
            Set.of("sales-director", "credit-manager", "office-director", "leading-group", "executive");

    /** Posts of the regime that are called differently among the presets. */
    private static final Map<String, String> POSTS = posts();

    private final Competence competence;
    private final Organisation organisation;
    private final Regime regime;
    private final BusinessClock clock;

    Signatories(Competence competence, Organisation organisation, Regime regime, BusinessClock clock) {
        this.competence = competence;
        this.organisation = organisation;
        this.regime = regime;
        this.clock = clock;
    }

    /** Of whom signers are sought. */
    record Asked(UUID node, UUID starter, UUID home, List<UUID> chosen, Map<String, Object> facts) {}

    /**
     * Signers who sign together.
     *
     * @param why why they are asked, such as {@code role:credit-manager}
     */
    record Group(List<UUID> people, String why) {

        /** Copies the list. */
        Group {
            people = List.copyOf(people);
        }
    }

    /** The signers, group after group; a group may be empty. */
    List<Group> of(Who who, Asked asked) {
        return switch (who) {
            case Who.InRole(String role) -> List.of(inRole(role, asked));
            case Who.Person(UUID user) -> List.of(new Group(active(List.of(user)), "person"));
            case Who.Superior() ->
                List.of(new Group(competence.leadersAbove(asked.home(), LEADING, asked.starter()), "superior"));
            case Who.Chosen() -> List.of(new Group(active(asked.chosen()), "chosen"));
            case Who.Starter() -> List.of(new Group(active(List.of(asked.starter())), "starter"));
            case Who.Regime(String amount) -> chain(String.valueOf(asked.facts().get(amount)), asked);
        };
    }

    /** All people of all groups, each once. */
    List<UUID> everybody(Who who, Asked asked) {
        var all = new LinkedHashSet<UUID>();
        of(who, asked).forEach(group -> all.addAll(group.people()));
        return List.copyOf(all);
    }

    private Group inRole(String role, Asked asked) {
        return new Group(competence.inRole(role, asked.node()), "role:" + role);
    }

    private List<UUID> active(List<UUID> people) {
        return people.stream()
                .distinct()
                .filter(one -> organisation.user(one).filter(User::active).isPresent())
                .toList();
    }

    private List<Group> chain(String amount, Asked asked) {
        PolicyDocument policy = regime.settings(asked.node(), clock.today()).get("app");
        if (policy == null) {
            return List.of(new Group(List.of(), "regime"));
        }
        long minor = FactValues.minor(amount);
        for (Body band : policy.body().object("chain").objects("bands")) {
            boolean fits = band.optionalText("upTo")
                    .map(top -> minor <= FactValues.minor(top))
                    .orElse(true);
            if (fits) {
                return band.texts("chain").stream()
                        .map(post -> inRole(POSTS.getOrDefault(post, kebab(post)), asked))
                        .toList();
            }
        }
        return List.of(new Group(List.of(), "regime"));
    }

    private static String kebab(String post) {
        return post.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> posts() {
        var posts = new HashMap<String, String>();
        posts.put("salesperson", "sales");
        posts.put("salesDept", "sales-director");
        posts.put("businessDept", "sales-director");
        posts.put("marketDept", "sales-director");
        posts.put("salesHeadCompany", "sales-director");
        posts.put("creditDept", "credit-manager");
        posts.put("creditStaff", "credit-specialist");
        posts.put("creditAdmin", "credit-administrator");
        posts.put("deptCreditAdmin", "credit-administrator");
        posts.put("leadingGroupOffice", "office-director");
        posts.put("archiveRoom", "archivist");
        posts.put("professionalDept", "professional-team");
        posts.put("generalManager", "executive");
        posts.put("groupCreditOrgan", "group-credit");
        posts.put("upperDept", "upper-department");
        posts.put("internalAudit", "auditor");
        return Map.copyOf(posts);
    }
}
