package xindang.document.letter;

import java.time.LocalDate;
import xindang.engine.money.Money;

/** What a field says in one letter (合并值). */
public sealed interface LetterValue {

    /** Text; an empty one is no value. */
    record Text(String text) implements LetterValue {}

    /** A day. */
    record Day(LocalDate day) implements LetterValue {}

    /** An amount of money. */
    record Amount(Money money) implements LetterValue {}

    /** A whole number. */
    record Count(long count) implements LetterValue {}
}
