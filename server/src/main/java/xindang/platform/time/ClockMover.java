package xindang.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.store.ClockStore;

/** Moves the business date of a demonstration or a test (移动业务日期), forward only; kept over restarts. */
@Service
public class ClockMover {

    private final BusinessClock business;
    private final Clock clock;
    private final ClockStore store;

    ClockMover(BusinessClock business, Clock clock, ClockStore store) {
        this.business = business;
        this.clock = clock;
        this.store = store;
        if (clock instanceof MovableClock movable) {
            movable.move(Duration.ofSeconds(store.offsetSeconds()));
        }
    }

    /**
     * Sets the date on which a demonstration begins, also one that has passed; only while the installation holds nothing.
     *
     * @throws Refusal 404 if this installation's clock cannot be moved
     */
    @Transactional
    public void begin(LocalDate date) {
        move(movable(), days(date));
    }

    /**
     * Moves to a business date; the time of day stays.
     *
     * @throws Refusal 404 if this installation's clock cannot be moved, 422 if the date has passed
     */
    @Transactional
    public void moveTo(LocalDate date) {
        MovableClock movable = movable();
        long days = days(date);
        if (days < 0) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("date", "past"));
        }
        move(movable, days);
    }

    private MovableClock movable() {
        if (!(clock instanceof MovableClock movable)) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        return movable;
    }

    private long days(LocalDate date) {
        return date.toEpochDay() - business.today().toEpochDay();
    }

    private void move(MovableClock movable, long days) {
        Duration moved = Duration.between(Instant.now(), clock.instant()).plusDays(days);
        store.keep(moved.toSeconds());
        movable.move(moved);
    }
}
