package xindang.demo;

/**
 * A made-up customer (演示客户).
 *
 * @param number customer number
 * @param name name, plainly fictitious
 * @param creditCode valid unified social credit code that belongs to nobody on purpose
 * @param city city
 * @param industry line of business
 * @param habit how it pays
 * @param termDays agreed days of credit
 * @param monthlyYuan what it buys in an ordinary month, in whole yuan
 */
record DemoCustomer(
        String number,
        String name,
        String creditCode,
        String city,
        String industry,
        Habit habit,
        int termDays,
        int monthlyYuan) {}
