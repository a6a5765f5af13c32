package xindang.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.engine.calendar.Deadline;
import xindang.engine.calendar.Deadline.Due;
import xindang.engine.calendar.Shift;
import xindang.engine.calendar.WorkingDays;

/**
 * The calendar of the installation (工作日历): working days and deadlines as the imported years have them, up to the last import on
 * whichever server.
 */
@Service
public class WorkingCalendar {

    private final KnownCalendar known;

    WorkingCalendar(KnownCalendar known) {
        this.known = known;
    }

    /** Which days are worked. */
    @Transactional(readOnly = true)
    public WorkingDays days() {
        return known.now().working();
    }

    /** Counts the imports; what changes the calendar starts from it. */
    @Transactional(readOnly = true)
    public int version() {
        return known.now().version();
    }

    /** Years that are known, the first first. */
    @Transactional(readOnly = true)
    public List<KnownYear> years() {
        return known.now().years();
    }

    /** Days from one to another, both included. */
    @Transactional(readOnly = true)
    public CalendarDays between(LocalDate from, LocalDate to) {
        Announcements calendar = known.now();
        return new CalendarDays(
                from.datesUntil(to.plusDays(1)).map(calendar::at).toList(),
                IntStream.rangeClosed(from.getYear(), to.getYear())
                        .filter(year -> calendar.year(year).isEmpty())
                        .boxed()
                        .toList());
    }

    /** When a deadline that a day starts ends. */
    @Transactional(readOnly = true)
    public DeadlineDays deadline(LocalDate since, Deadline deadline, Shift shift) {
        Due due = deadline.due(since, shift, known.now().working());
        return new DeadlineDays(due.last(), due.worked(), due.provisional());
    }
}
