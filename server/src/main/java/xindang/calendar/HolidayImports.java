package xindang.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.calendar.CheckedHolidays.ChangedDay;
import xindang.calendar.store.CalendarStore;
import xindang.engine.calendar.WorkingDays.Announced;
import xindang.engine.decision.Sha256;
import xindang.format.FormatException;
import xindang.format.FormatProblem;
import xindang.format.HolidayFile;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/** Brings the holidays of a year in (节假日导入): wholly or not at all; an earlier import of the year stays recorded. */
@Service
public class HolidayImports {

    /** Right of those who import; it counts where it is held at the root, as the calendar is everybody's. */
    public static final String MANAGES = "calendar.manage";

    private static final int MOST_PROBLEMS = 50;

    private final KnownCalendar calendar;
    private final CalendarStore store;
    private final Trail trail;
    private final BusinessClock clock;

    HolidayImports(KnownCalendar calendar, CalendarStore store, Trail trail, BusinessClock clock) {
        this.calendar = calendar;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether somebody may import. */
    @Transactional(readOnly = true)
    public boolean mayImport(Caller caller) {
        return caller.within(MANAGES).reaches(store.root());
    }

    /**
     * What an import would change.
     *
     * @param text the file's content
     * @throws Refusal 403 for who does not reach the whole installation, 422 with everything that is wrong with the file
     */
    @Transactional(readOnly = true)
    public CheckedHolidays check(Caller caller, String file, String text) {
        rootWithin(caller);
        Announcements now = calendar.now();
        HolidayFile.Year year = read(now, file, text);
        Announcements then = now.with(imported(now.version() + 1, caller, file, year));
        var days = new TreeSet<LocalDate>(now.daysOf(year.year()));
        year.days().forEach(day -> days.add(day.day()));
        return new CheckedHolidays(
                year.year(),
                now.year(year.year()).isPresent(),
                KnownYear.daysOff(year.days()),
                KnownYear.workedWeekends(year.days()),
                days.stream()
                        .map(day -> change(now.at(day), then.at(day)))
                        .filter(change -> change.workedBefore() != change.workedAfter()
                                || !Objects.equals(change.before(), change.after()))
                        .toList());
    }

    /**
     * Imports a year.
     *
     * @param version version of the calendar that was looked at before
     * @param text the file's content
     * @throws Refusal 403 for who does not reach the whole installation, 412 if somebody imported in between, 422 with everything
     *     that is wrong with the file
     */
    @Transactional
    public KnownYear importYear(Caller caller, int version, String file, String text) {
        UUID root = rootWithin(caller);
        Announcements now = calendar.now();
        if (now.version() != version) {
            throw Version.stale();
        }
        HolidayFile.Year year = read(now, file, text);
        YearImport made = imported(version + 1, caller, file, year);
        String sha256 = Sha256.hex(text);
        UUID id = store.insert(root, made, text, sha256).orElseThrow(Version::stale);
        trail.record(
                caller,
                Act.of(root, "calendar.import", "calendar", id, String.valueOf(year.year()))
                        .with(changes(now, year))
                        .basedOn(Map.of("file", file, "sha256", sha256)));
        return now.with(made).year(year.year()).orElseThrow();
    }

    private UUID rootWithin(Caller caller) {
        UUID root = store.root();
        if (!caller.reaches(root)) {
            throw Refusal.of(Code.RIGHT_MISSING, new Reason(null, null, Map.of("right", MANAGES)));
        }
        return root;
    }

    private YearImport imported(int number, Caller caller, String file, HolidayFile.Year year) {
        return new YearImport(
                number,
                year.year(),
                file,
                year.papers(),
                new NamedRef(caller.id(), caller.name()),
                clock.timestamp(),
                year.days());
    }

    private static HolidayFile.Year read(Announcements now, String file, String text) {
        HolidayFile.Year year;
        try {
            year = HolidayFile.read(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (FormatException unfit) {
            throw Refusal.of(
                    CalendarProblem.HOLIDAYS_UNFIT,
                    unfit.problems().stream()
                            .limit(MOST_PROBLEMS)
                            .map(HolidayImports::reason)
                            .toList());
        }
        var clashes = new ArrayList<Reason>();
        for (int i = 0; i < year.days().size(); i++) {
            Announced day = year.days().get(i);
            String pointer = "/days/" + i + "/isOffDay";
            now.contradicting(year.year(), day)
                    .map(other -> clash(pointer, day, other))
                    .ifPresent(clashes::add);
        }
        if (!clashes.isEmpty()) {
            throw Refusal.of(CalendarProblem.HOLIDAYS_UNFIT, clashes);
        }
        return year;
    }

    /** For programs and screens: code, pointer and what the kind of problem tells; not the name of the file, which is known. */
    private static Reason reason(FormatProblem problem) {
        var facts = new HashMap<String, Object>(problem.args());
        facts.remove("file");
        facts.put("code", problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new Reason(null, null, facts);
    }

    private static Reason clash(String pointer, Announced day, int other) {
        return new Reason(
                null,
                null,
                Map.of(
                        "code",
                        "contradiction",
                        "keyword",
                        "other-year",
                        "pointer",
                        pointer,
                        "value",
                        day.day().toString(),
                        "limit",
                        Integer.toString(other),
                        "expected",
                        "the year " + other + " says otherwise of " + day.day()));
    }

    private static ChangedDay change(CalendarDay before, CalendarDay after) {
        return new ChangedDay(before.day(), before.worked(), after.worked(), before.name(), after.name());
    }

    private static List<Change> changes(Announcements now, HolidayFile.Year year) {
        String off =
                now.year(year.year()).map(one -> String.valueOf(one.daysOff())).orElse(null);
        String worked = now.year(year.year())
                .map(one -> String.valueOf(one.workedWeekends()))
                .orElse(null);
        return List.of(
                new Change("daysOff", off, String.valueOf(KnownYear.daysOff(year.days()))),
                new Change("workedWeekends", worked, String.valueOf(KnownYear.workedWeekends(year.days()))));
    }
}
