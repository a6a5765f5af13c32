package xindang.calendar;

import org.springframework.stereotype.Component;
import xindang.calendar.store.CalendarStore;

/**
 * The imported years, kept in memory (日历缓存). Read anew when the version in the database, which is one number, says that somebody
 * imported a year, here or on another server.
 */
@Component
class KnownCalendar {

    private final CalendarStore store;

    private volatile Announcements kept = Announcements.NONE;

    KnownCalendar(CalendarStore store) {
        this.store = store;
    }

    /** As this transaction sees them. Not to be asked after an import of its own, which may still be taken back. */
    Announcements now() {
        Announcements now = kept;
        int version = store.version();
        if (now.version() != version) {
            now = new Announcements(version, store.imports());
            kept = now;
        }
        return now;
    }
}
