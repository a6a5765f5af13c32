package xindang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.RatingScale;

/** The leading scale of a node and the places of grades on it (等级体系). */
@Service
public class GradePlaces {

    private final Regime regime;

    GradePlaces(Regime regime) {
        this.regime = regime;
    }

    /**
     * A scale.
     *
     * @param name its name
     * @param codes grades, best first
     */
    public record Scale(String name, List<String> codes) {

        /** Copies the list. */
        public Scale {
            codes = List.copyOf(codes);
        }

        /** Place of a grade, 1 the best; 0 if this scale has none of that code. */
        public int step(String code) {
            return codes.indexOf(code) + 1;
        }
    }

    /** The scale in force at a node on a day. */
    public Scale at(UUID node, LocalDate date) {
        RatingScale scale = regime.at(node, date).rating().scale();
        return new Scale(scale.id(), scale.grades().stream().map(Grade::code).toList());
    }
}
