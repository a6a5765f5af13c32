package xindang.format;

import java.util.List;
import java.util.Map;
import xindang.engine.collection.CollectionPolicy;
import xindang.engine.collection.DunningLadder;
import xindang.engine.collection.Rung;
import xindang.engine.money.Rate;

/** Bodies of kind {@code col}. */
public final class CollectionMapping {

    private CollectionMapping() {}

    /** The collection policy of a body. */
    public static CollectionPolicy policy(Body body) {
        List<Rung> rungs = body.objects("ladder").stream()
                .map(rung -> new Rung(rung.text("rung"), rung.whole("days"), rung.text("role")))
                .toList();
        Map<String, Rate> stricter = body.optionalObject("stricterByGrade")
                .map(grades -> grades.readAll(Rate::of))
                .orElse(Map.of());
        return body.build(() -> CollectionPolicy.of(
                new DunningLadder(rungs),
                stricter,
                LimitMapping.amounts(body, "minimumAmount"),
                body.flag("excludeDisputed")));
    }
}
