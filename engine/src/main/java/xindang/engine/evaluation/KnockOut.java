package xindang.engine.evaluation;

/**
 * A knock-out (一票否决, STD-14): when its condition holds, the grade is capped, whatever the score.
 *
 * @param code stable code inside the card
 * @param label shown name
 * @param indicator name of the indicator it reads; a missing value does not hit unless the condition is {@code missing}
 * @param condition when it hits
 * @param cappedAt code of the best grade still possible
 */
public record KnockOut(String code, Label label, String indicator, Condition condition, String cappedAt) {

    /** The same with another cap. */
    KnockOut cappedAt(Grade grade) {
        return new KnockOut(code, label, indicator, condition, grade.code());
    }
}
