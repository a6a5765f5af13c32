/**
 * The calendar (日历): holidays and make-up days of each year as they were imported, one calendar for the whole installation, and the
 * deadlines that follow. Start reading at {@link xindang.calendar.WorkingCalendar}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audittrail"})
@NullMarked
package xindang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
