package xindang.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.calendar.DeadlineDays;
import xindang.calendar.WorkingCalendar;
import xindang.engine.calendar.Deadline;
import xindang.engine.calendar.Deadline.Counting;
import xindang.engine.calendar.Shift;
import xindang.format.regime.Catalogue;
import xindang.format.regime.Settings;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;

/**
 * Until when something must be done by the regime (制度期限): the period or day that a parameter says, counted and moved as the calendar
 * parameters {@code cal.dayCount}, {@code cal.shift} and {@code cal.reminder} say. The regime of the day that starts the clock decides.
 */
@Service
public class RegimeDeadlines {

    private static final Set<String> FORMS = Set.of("duration", "dayOfYear");

    private final RegimeReading reading;
    private final WorkingCalendar calendar;

    RegimeDeadlines(RegimeReading reading, WorkingCalendar calendar) {
        this.reading = reading;
        this.calendar = calendar;
    }

    /**
     * A deadline of the regime.
     *
     * @param value what the parameter says, such as {@code P1M} or {@code 01-10}; null for no deadline at all
     * @param last last day on which it may be done
     * @param reminder day on which people are reminded
     * @param provisional whether holidays it rests on are not announced yet
     */
    public record RegimeDeadline(
            NamedRef node,
            String parameter,
            LocalDate since,
            @Nullable String value,
            @Nullable LocalDate last,
            @Nullable LocalDate reminder,
            boolean provisional) {}

    /**
     * The deadline that a day starts.
     *
     * @param node node; null for that of the caller
     * @throws Refusal 404 for a node out of reach, 422 for a parameter that says no time
     */
    @Transactional(readOnly = true)
    public RegimeDeadline of(Caller caller, @Nullable UUID node, String parameter, LocalDate since) {
        if (Catalogue.builtIn()
                .find(parameter)
                .filter(one -> FORMS.contains(one.form()))
                .isEmpty()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("parameter", "no-time"));
        }
        RegimeReading.InForce regime = reading.inForce(caller, node, since);
        Settings settings = settings(regime);
        String value = settings.text(parameter).orElse(null);
        if (value == null) {
            return new RegimeDeadline(regime.node(), parameter, since, null, null, null, false);
        }
        Deadline deadline = Deadline.written(
                value,
                settings.text("cal.dayCount").filter("workingDays"::equals).isPresent()
                        ? Counting.WORKING_DAYS
                        : Counting.CALENDAR_DAYS);
        DeadlineDays days = calendar.deadline(since, deadline, shift(settings));
        boolean sameDay =
                settings.text("cal.reminder").filter("sameDay"::equals).isPresent();
        return new RegimeDeadline(
                regime.node(),
                parameter,
                since,
                value,
                days.last(),
                sameDay ? days.last() : days.reminder(),
                days.provisional());
    }

    private static Shift shift(Settings settings) {
        return switch (settings.text("cal.shift").orElse("none")) {
            case "forward" -> Shift.FORWARD;
            case "backward" -> Shift.BACKWARD;
            default -> Shift.NONE;
        };
    }

    private static Settings settings(RegimeReading.InForce regime) {
        var bodies = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        regime.policies().stream()
                .filter(one -> !one.kind().equals("scorecard"))
                .forEach(one -> bodies.put(
                        one.kind(), DraftContent.members(one.version().document())));
        return Settings.of(bodies);
    }
}
