package xindang.engine.creditline;

import xindang.engine.money.Money;

/**
 * A credit limit (信用额度). "Not assessed", "no credit", "limit of X" and "unlimited" are four different things; none of them is
 * ever written as 0 or left empty.
 */
public sealed interface CreditLimit {

    /** Nobody has decided yet (未评估): no open credit until somebody does (RAT-09). */
    record NotAssessed() implements CreditLimit {}

    /**
     * Decided: no credit (不予授信).
     *
     * @param reason code of the reason, for example {@code grade-allows-none}
     */
    record NoCredit(String reason) implements CreditLimit {}

    /**
     * Decided: credit up to an amount (额度).
     *
     * @param amount above zero
     */
    record Capped(Money amount) implements CreditLimit {
        /** Refuses amounts that are not above zero: those are {@link NoCredit}. */
        public Capped {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("a limit of " + amount + " is \"no credit\"");
            }
        }
    }

    /**
     * Decided: no upper bound (不限额).
     *
     * @param approvedBy who answers for it
     */
    record Unlimited(String approvedBy) implements CreditLimit {}

    /** As written in files: {@code not-assessed}, {@code no-credit}, the amount, {@code unlimited}. */
    default String text() {
        return switch (this) {
            case NotAssessed() -> "not-assessed";
            case NoCredit _ -> "no-credit";
            case Capped(var amount) -> amount.decimal();
            case Unlimited _ -> "unlimited";
        };
    }

    /**
     * Whether an exposure (信用占用) is over this limit. Equality passes. Without an assessment or a credit every exposure above
     * zero is over; an exposure of zero or a credit balance never is.
     *
     * @param exposure total after the document being checked, in the limit's currency
     */
    default boolean isExceededBy(Money exposure) {
        return switch (this) {
            case NotAssessed _, NoCredit _ -> exceeds(exposure.minor(), 0);
            case Capped(var amount) ->
                exceeds(exposure.minor(), sameCurrency(amount, exposure).minor());
            case Unlimited _ -> false;
        };
    }

    /** The rule itself, for columnar code: an exposure exceeds a limit only when it is greater; minor units of one currency. */
    static boolean exceeds(long exposure, long limit) {
        return exposure > limit && exposure > 0;
    }

    private static Money sameCurrency(Money limit, Money exposure) {
        if (!limit.currency().equals(exposure.currency())) {
            throw new IllegalArgumentException("limit " + limit + " and exposure " + exposure);
        }
        return limit;
    }
}
