package xindang.engine.creditline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.engine.creditline.LimitFacts.Fact;
import xindang.engine.money.Money;
import xindang.engine.money.Rate;

/**
 * A way to size a limit before the grade's factor is applied (额度测算方法, LIM-10). Every formula rounds down to the currency's
 * digits, once, at its end: a limit is never a fen above what was computed.
 */
public sealed interface LimitFormula {

    /** Name used in policies and records, for example {@code salesShare}. */
    String id();

    /**
     * The amount, or what is missing to compute it.
     *
     * @param facts what is known
     * @param creditPeriodDays credit period of the grade in days
     */
    Outcome compute(LimitFacts facts, int creditPeriodDays);

    /** What a formula comes to. */
    sealed interface Outcome {

        /**
         * An amount; zero or negative when the base is.
         *
         * @param formula id of the formula that gave it
         * @param amount the amount
         * @param numbers what was multiplied, as text for the record, in the order of the formula
         */
        record Computed(String formula, Money amount, List<Operand> numbers) implements Outcome {}

        /**
         * Facts are missing.
         *
         * @param formula id of the formula
         * @param facts at least one
         */
        record Lacking(String formula, List<Fact> facts) implements Outcome {}
    }

    /**
     * One number of a computation.
     *
     * @param name for example {@code annualSales}
     * @param value as a plain decimal
     */
    record Operand(String name, String value) {}

    /**
     * A share of the sales of the last 12 months (按销售额比例).
     *
     * @param share 0.1 = one tenth of a year's sales
     */
    record SalesShare(Rate share) implements LimitFormula {
        @Override
        public String id() {
            return "salesShare";
        }

        @Override
        public Outcome compute(LimitFacts facts, int creditPeriodDays) {
            return shareOf(id(), Fact.ANNUAL_SALES, facts.annualSales(), share);
        }
    }

    /**
     * What the customer buys while an invoice is open (按账期需求): average monthly sales × (credit period + lead days) / 30.
     *
     * @param leadDays days between delivery and invoice
     */
    record TermNeed(int leadDays) implements LimitFormula {
        @Override
        public String id() {
            return "termNeed";
        }

        @Override
        public Outcome compute(LimitFacts facts, int creditPeriodDays) {
            Money sales = facts.annualSales();
            if (sales == null) {
                return lacking(id(), Fact.ANNUAL_SALES);
            }
            BigDecimal days = BigDecimal.valueOf(creditPeriodDays + (long) leadDays);
            BigDecimal product = sales.amount().multiply(days);
            return new Outcome.Computed(
                    id(),
                    down(sales, product, 12 * 30),
                    List.of(
                            operand("annualSales", sales),
                            new Operand("months", "12"),
                            new Operand("creditPeriodDays", Integer.toString(creditPeriodDays)),
                            new Operand("leadDays", Integer.toString(leadDays)),
                            new Operand("daysPerMonth", "30")));
        }
    }

    /**
     * The average order times the orders that fall into one credit period (平均订单 × 账期), counted up to whole orders, at least
     * one: a customer who orders twice a year needs room for one order, not for a sixth of one.
     */
    record AverageOrderTimesPeriod() implements LimitFormula {
        @Override
        public String id() {
            return "averageOrderTimesPeriod";
        }

        @Override
        public Outcome compute(LimitFacts facts, int creditPeriodDays) {
            Money sales = facts.annualSales();
            Integer orders = facts.orders();
            if (sales == null) {
                return lacking(id(), Fact.ANNUAL_SALES);
            }
            if (orders == null || orders == 0) {
                return lacking(id(), Fact.ORDERS);
            }
            long atOnce = Math.max(1, Math.ceilDiv((long) orders * creditPeriodDays, 365L));
            BigDecimal product = sales.amount().multiply(BigDecimal.valueOf(atOnce));
            return new Outcome.Computed(
                    id(),
                    down(sales, product, orders),
                    List.of(
                            operand("annualSales", sales),
                            new Operand("orders", orders.toString()),
                            new Operand("creditPeriodDays", Integer.toString(creditPeriodDays)),
                            new Operand("ordersAtOnce", Long.toString(atOnce))));
        }
    }

    /**
     * The highest open balance of the last 12 months times a factor (按历史最高余额).
     *
     * @param factor 1.2 = one fifth more than ever was open
     */
    record BalancePeak(Rate factor) implements LimitFormula {
        @Override
        public String id() {
            return "balancePeak";
        }

        @Override
        public Outcome compute(LimitFacts facts, int creditPeriodDays) {
            return shareOf(id(), Fact.HIGHEST_BALANCE, facts.highestBalance(), factor);
        }
    }

    /**
     * A share of the customer's tangible net worth (按净资产比例).
     *
     * @param share for example 0.1
     */
    record NetWorthShare(Rate share) implements LimitFormula {
        @Override
        public String id() {
            return "netWorthShare";
        }

        @Override
        public Outcome compute(LimitFacts facts, int creditPeriodDays) {
            return shareOf(id(), Fact.NET_WORTH, facts.netWorth(), share);
        }
    }

    /**
     * A share of the customer's working capital (按营运资金比例).
     *
     * @param share for example 0.2
     */
    record WorkingCapitalShare(Rate share) implements LimitFormula {
        @Override
        public String id() {
            return "workingCapitalShare";
        }

        @Override
        public Outcome compute(LimitFacts facts, int creditPeriodDays) {
            return shareOf(id(), Fact.WORKING_CAPITAL, facts.workingCapital(), share);
        }
    }

    /**
     * The lowest of several (取最低). When one of them lacks facts, so does the whole: leaving it out could only raise the limit,
     * unseen.
     *
     * @param formulas at least two
     */
    record LowestOf(List<LimitFormula> formulas) implements LimitFormula {
        /** Copies the list. */
        public LowestOf {
            formulas = List.copyOf(formulas);
            if (formulas.size() < 2) {
                throw new IllegalArgumentException("the lowest of several needs at least two formulas");
            }
        }

        @Override
        public String id() {
            return "lowestOf";
        }

        @Override
        public Outcome compute(LimitFacts facts, int creditPeriodDays) {
            Outcome.Computed lowest = null;
            for (LimitFormula formula : formulas) {
                switch (formula.compute(facts, creditPeriodDays)) {
                    case Outcome.Lacking lacking -> {
                        return lacking;
                    }
                    case Outcome.Computed one -> {
                        lowest = lowest == null || one.amount().compareTo(lowest.amount()) < 0 ? one : lowest;
                    }
                }
            }
            if (lowest == null) {
                throw new IllegalStateException("no formulas");
            }
            return lowest;
        }
    }

    private static Outcome shareOf(String id, Fact fact, @Nullable Money base, Rate share) {
        if (base == null) {
            return lacking(id, fact);
        }
        return new Outcome.Computed(
                id,
                base.times(share, RoundingMode.FLOOR),
                List.of(operand(camelCase(fact), base), new Operand("share", share.toString())));
    }

    private static Outcome lacking(String id, Fact fact) {
        return new Outcome.Lacking(id, List.of(fact));
    }

    private static Operand operand(String name, Money amount) {
        return new Operand(name, amount.decimal());
    }

    private static String camelCase(Fact fact) {
        return switch (fact) {
            case ANNUAL_SALES -> "annualSales";
            case ORDERS -> "orders";
            case HIGHEST_BALANCE -> "highestBalance";
            case NET_WORTH -> "netWorth";
            case WORKING_CAPITAL -> "workingCapital";
        };
    }

    private static Money down(Money like, BigDecimal dividend, long divisor) {
        int digits = Money.digits(like.currency());
        return Money.exact(like.currency(), dividend.divide(BigDecimal.valueOf(divisor), digits, RoundingMode.FLOOR));
    }
}
