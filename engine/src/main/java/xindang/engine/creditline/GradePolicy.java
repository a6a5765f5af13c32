package xindang.engine.creditline;

import xindang.engine.money.Rate;

/**
 * The conditions tied to one grade (等级对应的信用政策, RAT-04): one row of the policy table.
 *
 * @param grade code of the grade in the table's scale
 * @param limitFactor multiplies the computed limit; 0 = no credit
 * @param creditPeriodDays longest credit period (账期) in days; 0 = prepayment
 * @param unsecuredShare share of the limit that needs no security, 0 to 1
 * @param depositRate share of the order taken as deposit (信用保证金), 0 to 1
 * @param guarantee how far credit without security may go, or whether security is open to the grade ({@code gua.reading})
 * @param cooperationTerm length of frame contracts
 * @param priceClass price class
 * @param settlement settlement mode (结算方式)
 * @param receptionPriority 1 = served first
 * @param orderCap largest single order
 * @param approvalLevel who approves
 */
public record GradePolicy(
        String grade,
        Rate limitFactor,
        int creditPeriodDays,
        Rate unsecuredShare,
        Rate depositRate,
        Guarantee guarantee,
        CooperationTerm cooperationTerm,
        PriceClass priceClass,
        Settlement settlement,
        int receptionPriority,
        OrderCap orderCap,
        ApprovalLevel approvalLevel) {

    /** How security (担保) is handled. */
    public enum Guarantee {
        /** 允许. */
        ALLOWED,
        /** 适当. */
        SUITABLY,
        /** 谨慎. */
        CAUTIOUS,
        /** 不允许. */
        NONE
    }

    /** Price class (价格等级). */
    public enum PriceClass {
        /** 优惠. */
        FAVOURABLE,
        /** 适中. */
        MODERATE,
        /** 较高. */
        HIGHER
    }

    /** Settlement mode (结算方式). */
    public enum Settlement {
        /** 赊销. */
        OPEN_ACCOUNT,
        /** 部分预付. */
        PART_PREPAYMENT,
        /** 预付. */
        PREPAYMENT
    }

    /** Who approves (审批层级). */
    public enum ApprovalLevel {
        /** The band of the amount. */
        BAND,
        /** One band higher than the amount asks for. */
        ONE_BAND_HIGHER
    }

    /**
     * Length of cooperation (合作期限).
     *
     * @param length class of length
     * @param months length of a frame contract in months; 0 for single deals
     */
    public record CooperationTerm(Length length, int months) {
        /** Classes of length. */
        public enum Length {
            /** 长期. */
            LONG,
            /** 一般. */
            NORMAL,
            /** 较短. */
            SHORTER,
            /** 单笔. */
            PER_DEAL
        }

        /** Refuses a length in months on single deals, and a frame without one. */
        public CooperationTerm {
            if (months < 0 || (length == Length.PER_DEAL) != (months == 0)) {
                throw new IllegalArgumentException("cooperation term " + length + " with " + months + " months");
            }
        }
    }

    /** Largest single order (单笔订单上限). */
    public sealed interface OrderCap {
        /** No cap beside the limit. */
        record None() implements OrderCap {}

        /** Every order is decided singly. */
        record PerDeal() implements OrderCap {}

        /**
         * A share of the limit.
         *
         * @param share above 0, at most 1
         */
        record Share(Rate share) implements OrderCap {
            /** Checks the share. */
            public Share {
                if (share.compareTo(Rate.ZERO) <= 0 || share.compareTo(Rate.ONE) > 0) {
                    throw new IllegalArgumentException("order cap " + share + " is not above 0 and at most 1");
                }
            }
        }
    }

    /** Checks the numbers. */
    public GradePolicy {
        requireShare(grade, "unsecured share", unsecuredShare);
        requireShare(grade, "deposit rate", depositRate);
        if (limitFactor.compareTo(Rate.ZERO) < 0) {
            throw new IllegalArgumentException("grade " + grade + ": limit factor " + limitFactor + " is below 0");
        }
        if (creditPeriodDays < 0 || creditPeriodDays > 3650) {
            throw new IllegalArgumentException(
                    "grade " + grade + ": credit period " + creditPeriodDays + " is not within 0 to 3650 days");
        }
    }

    private static void requireShare(String grade, String what, Rate share) {
        if (share.compareTo(Rate.ZERO) < 0 || share.compareTo(Rate.ONE) > 0) {
            throw new IllegalArgumentException("grade " + grade + ": " + what + " " + share + " is not within 0 to 1");
        }
    }
}
