package xindang.engine.evaluation;

import java.util.List;

/**
 * One line of a scorecard (评分项): reads one indicator and gives points.
 *
 * @param code stable code inside the card
 * @param label shown name
 * @param indicator name of the indicator it reads
 * @param weight the most points it gives (权重); also its share when weights are redistributed
 * @param baseline the points expected of a sound customer; fewer (or more) is a reason
 * @param reasonCode code given as reason, see {@link Scorecard.ReasonRule}
 * @param missing what a missing value means
 * @param attributes in order, the first that applies wins
 */
public record Characteristic(
        String code,
        Label label,
        String indicator,
        Measure weight,
        Measure baseline,
        String reasonCode,
        MissingRule missing,
        List<Attribute> attributes) {

    /** Copies the attributes. */
    public Characteristic {
        attributes = List.copyOf(attributes);
    }

    List<Condition> conditions() {
        return attributes.stream().map(Attribute::condition).toList();
    }
}
