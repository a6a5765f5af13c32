package xindang.calendar;

import java.time.LocalDate;

/**
 * A deadline as the calendar has it (期限测算).
 *
 * @param last last day on which it may be done
 * @param reminder the last working day that is not behind it: whoever is reminded then is still in time
 * @param provisional whether holidays it rests on are not announced yet, so that the days may still change
 */
public record DeadlineDays(LocalDate last, LocalDate reminder, boolean provisional) {}
