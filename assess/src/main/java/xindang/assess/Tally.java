package xindang.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.creditline.CreditLimit;
import xindang.engine.evaluation.Grade;

/** Counts and sums over many customers for summary and report; parts of one ledger add up. */
public final class Tally {

    /** Customers named in the report, per currency. */
    static final int TOP = 20;

    private final Map<String, Integer> grades = new TreeMap<>();
    private final Map<String, Map<String, Amounts>> amountsByGrade = new TreeMap<>();
    private final Map<String, Integer> warningsByLevel = new TreeMap<>();
    private final Map<String, Map<String, Integer>> warningsByRule = new TreeMap<>();
    private final Map<String, Map<String, CountAndSum>> dunning = new TreeMap<>();
    private final Map<String, PriorityQueue<TopCustomer>> top = new TreeMap<>();
    private final Map<String, TopCustomer> largest = new TreeMap<>();

    /**
     * Sums of one grade in one currency, minor units.
     *
     * @param customers number of customers with an account in the currency
     * @param open open amount
     * @param overdue open amount past due
     * @param limit sum of the suggested limits that are amounts
     * @param noCredit number of customers who get no credit
     * @param notAssessed number of customers without an assessed limit
     */
    public record Amounts(int customers, long open, long overdue, long limit, int noCredit, int notAssessed) {
        static Amounts of(long open, long overdue, CreditLimit limit) {
            return new Amounts(
                    1,
                    open,
                    overdue,
                    limit instanceof CreditLimit.Capped one ? one.amount().minor() : 0,
                    limit instanceof CreditLimit.NoCredit ? 1 : 0,
                    limit instanceof CreditLimit.NotAssessed ? 1 : 0);
        }

        /** Both together. */
        public Amounts plus(Amounts other) {
            return new Amounts(
                    customers + other.customers,
                    Math.addExact(open, other.open),
                    Math.addExact(overdue, other.overdue),
                    Math.addExact(limit, other.limit),
                    noCredit + other.noCredit,
                    notAssessed + other.notAssessed);
        }
    }

    /** A number of items and their open amount in minor units. */
    public record CountAndSum(int count, long amount) {
        CountAndSum plus(CountAndSum other) {
            return new CountAndSum(count + other.count, Math.addExact(amount, other.amount));
        }
    }

    /**
     * A customer who owes much that is overdue.
     *
     * @param order position in the ledger, so that equal amounts keep their order
     * @param grade code of the grade or {@code not-rated}
     * @param limit suggested limit as written in files
     */
    public record TopCustomer(
            int order,
            String customer,
            String name,
            long open,
            long overdue,
            int maxDaysPastDue,
            String score,
            String grade,
            String limit) {}

    private static final Comparator<TopCustomer> WORST_LAST = Comparator.comparingLong(TopCustomer::overdue)
            .thenComparing(Comparator.comparingInt(TopCustomer::order).reversed());

    void customer(Optional<Grade> grade) {
        grades.merge(AssessmentRecord.gradeCode(grade), 1, Integer::sum);
    }

    void account(String currency, Optional<Grade> grade, long open, long overdue, CreditLimit limit) {
        amountsByGrade
                .computeIfAbsent(currency, _ -> new TreeMap<>())
                .merge(AssessmentRecord.gradeCode(grade), Amounts.of(open, overdue, limit), Amounts::plus);
    }

    void warning(String level, String rule) {
        warningsByLevel.merge(level, 1, Integer::sum);
        warningsByRule.computeIfAbsent(rule, _ -> new TreeMap<>()).merge(level, 1, Integer::sum);
    }

    void dunned(String currency, String rung, long open) {
        dunning.computeIfAbsent(currency, _ -> new TreeMap<>())
                .merge(rung, new CountAndSum(1, open), CountAndSum::plus);
    }

    /** Whether an account with these amounts would be the largest or stand among the worst so far. */
    boolean wouldEnter(String currency, long open, long overdue) {
        TopCustomer most = largest.get(currency);
        return (open > 0 && (most == null || open >= most.open())) || entersTop(currency, overdue);
    }

    private boolean entersTop(String currency, long overdue) {
        PriorityQueue<TopCustomer> queue = top.get(currency);
        return overdue > 0
                && (queue == null
                        || queue.size() < TOP
                        || overdue >= queue.element().overdue());
    }

    void candidate(String currency, TopCustomer customer) {
        if (customer.open() > 0) {
            largest.merge(currency, customer, Tally::larger);
        }
        if (entersTop(currency, customer.overdue())) {
            PriorityQueue<TopCustomer> queue = top.computeIfAbsent(currency, _ -> new PriorityQueue<>(WORST_LAST));
            queue.add(customer);
            if (queue.size() > TOP) {
                queue.remove();
            }
        }
    }

    void add(Tally other) {
        other.grades.forEach((grade, count) -> grades.merge(grade, count, Integer::sum));
        addAll(amountsByGrade, other.amountsByGrade, Amounts::plus);
        other.warningsByLevel.forEach((level, count) -> warningsByLevel.merge(level, count, Integer::sum));
        addAll(warningsByRule, other.warningsByRule, Integer::sum);
        addAll(dunning, other.dunning, CountAndSum::plus);
        other.top.forEach((currency, queue) -> queue.forEach(customer -> candidate(currency, customer)));
        other.largest.forEach((currency, customer) -> largest.merge(currency, customer, Tally::larger));
    }

    private static TopCustomer larger(TopCustomer one, TopCustomer other) {
        if (one.open() != other.open()) {
            return one.open() > other.open() ? one : other;
        }
        return one.order() <= other.order() ? one : other;
    }

    private static <T> void addAll(
            Map<String, Map<String, T>> into,
            Map<String, Map<String, T>> from,
            java.util.function.BinaryOperator<T> plus) {
        from.forEach((key, values) -> {
            Map<String, T> sums = into.computeIfAbsent(key, _ -> new TreeMap<>());
            values.forEach((name, value) -> sums.merge(name, value, plus));
        });
    }

    /** Number of customers per grade code, {@code not-rated} included. */
    public Map<String, Integer> grades() {
        return grades;
    }

    /** Sums per currency and grade code. */
    public Map<String, Map<String, Amounts>> amountsByGrade() {
        return amountsByGrade;
    }

    /** Number of warnings per level code. */
    public Map<String, Integer> warningsByLevel() {
        return warningsByLevel;
    }

    /** Number of warnings per rule name and level code. */
    public Map<String, Map<String, Integer>> warningsByRule() {
        return warningsByRule;
    }

    /** Items to be dunned per currency and rung code. */
    public Map<String, Map<String, CountAndSum>> dunning() {
        return dunning;
    }

    /** The customers with the largest overdue amounts of a currency, largest first. */
    public List<TopCustomer> top(String currency) {
        var customers = new ArrayList<TopCustomer>(top.getOrDefault(currency, new PriorityQueue<>(WORST_LAST)));
        customers.sort(WORST_LAST.reversed());
        return customers;
    }

    /** The customer with the largest open amount of a currency; empty when nobody owes anything. */
    public Optional<TopCustomer> largest(String currency) {
        return Optional.ofNullable(largest.get(currency));
    }

    /** The currencies in which something is overdue. */
    public java.util.Set<String> topCurrencies() {
        return top.keySet();
    }
}
