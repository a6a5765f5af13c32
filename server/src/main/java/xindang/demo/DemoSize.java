package xindang.demo;

import java.time.LocalDate;

/**
 * How large a demonstration is (演示规模).
 *
 * @param customers customers, about: of each habit its share, rounded down
 * @param months months of trade up to the last day
 */
record DemoSize(int customers, int months) {

    /** What a newcomer sees. */
    static final DemoSize FULL = new DemoSize(200, 18);

    /** Tests that need a company, but not the whole of it, start the server with this property: {@code 40x4}. */
    private static final String PROPERTY = "xindang.demo.size";

    /** The size that this server was started with. */
    static DemoSize asked() {
        String text = System.getProperty(PROPERTY);
        if (text == null) {
            return FULL;
        }
        String[] numbers = text.split("x", -1);
        return new DemoSize(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /** Of so many of the full number, how many here; none is left out. */
    int share(int ofFull) {
        return Math.max(1, ofFull * customers / FULL.customers);
    }

    /** First day of trade, if the last one is this. */
    LocalDate begin(LocalDate today) {
        return today.minusMonths(months);
    }
}
