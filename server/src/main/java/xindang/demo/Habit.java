package xindang.demo;

/** How a made-up customer pays (付款习惯): by how many days after the due date its payments come, and what it owes today. */
enum Habit {
    /** Pays before or on the day. */
    PROMPT(70, -6, 0),
    /** Pays within a few days. */
    USUAL(60, -2, 6),
    /** Takes some weeks. */
    SLOW(30, 6, 24),
    /** Pays late, and owes something overdue today. */
    OVERDUE(34, 8, 34),
    /** Pays very late, and owes something overdue by more than ninety days. */
    SEVERE(6, 18, 55);

    private final int customers;
    private final int earliest;
    private final int latest;

    Habit(int customers, int earliest, int latest) {
        this.customers = customers;
        this.earliest = earliest;
        this.latest = latest;
    }

    /** How many customers of the two hundred have it. */
    int customers() {
        return customers;
    }

    /** Days from the due date to the earliest payment; negative = before it. */
    int earliest() {
        return earliest;
    }

    /** Days from the due date to the latest payment of what is paid at all. */
    int latest() {
        return latest;
    }

    /** Whether something is overdue on the day the demonstration is made. */
    boolean owes() {
        return this == OVERDUE || this == SEVERE;
    }
}
