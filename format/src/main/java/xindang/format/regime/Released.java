package xindang.format.regime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a regime customers may be told, by topic (对客户公开事项); which topics are released is parameter {@code pol.extract}. */
final class Released {

    static final Map<String, List<String>> TOPICS = topics();

    private Released() {}

    private static Map<String, List<String>> topics() {
        var topics = new LinkedHashMap<String, List<String>>();
        topics.put("grades", List.of("rat.scale", "rat.validity"));
        topics.put("occasions", List.of("eval.occasions", "eval.reviewCycle"));
        topics.put("dimensions", List.of("eval.dimensions", "eval.indicators"));
        topics.put("stages", List.of("app.stages"));
        topics.put("limits", List.of("lim.validity", "lim.repaymentModes", "lim.purposeBound"));
        topics.put("replies", List.of("ntc.onEveryGrant", "ntc.replyKinds"));
        topics.put("statements", List.of("stm.cycle", "stm.replyWithin"));
        topics.put("lateFee", List.of("fee.late", "fee.interest"));
        topics.put("rewards", List.of("rwd.rewards", "rwd.penalties"));
        topics.put("complaints", List.of("cmp.scope", "cmp.answerWithin"));
        topics.put("secrecy", List.of("sec.outside", "sec.responsibility"));
        return Collections.unmodifiableMap(topics);
    }
}
