package xindang.engine.collection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xindang.engine.money.AmountByCurrency;
import xindang.engine.money.Rate;

/**
 * The collection policy (催收制度) of one company as the rules read it.
 *
 * @param ladder the ladder for everybody without a stricter one
 * @param stricterByGrade the stricter ladder per grade code (COL-09)
 * @param minimum open amount below which nothing is dunned
 * @param excludeDisputed whether disputed items are left out (AR-09)
 */
public record CollectionPolicy(
        DunningLadder ladder,
        Map<String, DunningLadder> stricterByGrade,
        AmountByCurrency minimum,
        boolean excludeDisputed) {

    /** Copies the map. */
    public CollectionPolicy {
        stricterByGrade = Map.copyOf(stricterByGrade);
    }

    /** A policy whose stricter ladders follow from a factor on the days per grade code. */
    public static CollectionPolicy of(
            DunningLadder ladder, Map<String, Rate> factorByGrade, AmountByCurrency minimum, boolean excludeDisputed) {
        var stricter = new HashMap<String, DunningLadder>();
        factorByGrade.forEach((grade, factor) -> stricter.put(grade, ladder.stricter(factor)));
        return new CollectionPolicy(ladder, stricter, minimum, excludeDisputed);
    }

    /** The ladder for a customer of a grade; a customer without grade gets the ordinary one. */
    public DunningLadder ladderFor(Optional<String> grade) {
        return grade.isEmpty() ? ladder : stricterByGrade.getOrDefault(grade.get(), ladder);
    }
}
