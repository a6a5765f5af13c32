package xindang.engine.warning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * From which value on which level is raised (预警阈值), for one rule. A level may be left out.
 *
 * @param steps level and lowest value, both rising
 */
public record Thresholds(List<Step> steps) {

    /** A level and the value from which it is raised, the value itself included. */
    public record Step(WarningLevel level, BigDecimal from) {}

    /** Takes steps whose values rise with the level. */
    public Thresholds {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().compareTo(steps.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("threshold of level "
                        + steps.get(i).level().code() + " must lie above that of "
                        + steps.get(i - 1).level().code());
            }
        }
    }

    /** The highest step whose value is reached; reaching it exactly counts. */
    public Optional<Step> reached(BigDecimal value) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (value.compareTo(steps.get(i).from()) >= 0) {
                return Optional.of(steps.get(i));
            }
        }
        return Optional.empty();
    }
}
