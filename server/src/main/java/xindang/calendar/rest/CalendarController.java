package xindang.calendar.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.calendar.CalendarDays;
import xindang.calendar.CheckedHolidays;
import xindang.calendar.DeadlineDays;
import xindang.calendar.HolidayImports;
import xindang.calendar.KnownYear;
import xindang.calendar.WorkingCalendar;
import xindang.engine.calendar.Deadline;
import xindang.engine.calendar.Deadline.Counting;
import xindang.engine.calendar.Shift;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;

/** The calendar of the installation (工作日历): everybody reads it, few import. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {

    private static final int MOST_DAYS = 400;
    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private final WorkingCalendar calendar;
    private final HolidayImports imports;

    CalendarController(WorkingCalendar calendar, HolidayImports imports) {
        this.calendar = calendar;
        this.imports = imports;
    }

    /**
     * Years whose holidays are known (已公布年度).
     *
     * @param mayImport whether the caller may import another
     */
    record KnownYears(List<KnownYear> items, boolean mayImport) {}

    /**
     * A file of holidays (节假日文件).
     *
     * @param file its name
     * @param text its content, JSON
     */
    record HolidayText(
            @NotBlank @Size(max = 200) String file,
            @NotBlank @Size(max = 200_000) String text) {}

    /**
     * A deadline that is asked for (期限).
     *
     * @param since day of what starts it
     * @param duration such as P10D, P2W, P1M, P1Y
     * @param counting how days count: calendarDays, if nothing is said, or workingDays
     * @param shift what becomes of a day that is not worked: none, if nothing is said, forward or backward
     */
    record DeadlineQuery(
            @NotNull LocalDate since,
            @NotNull @Size(max = 8) String duration,

            @Nullable @Pattern(regexp = "calendarDays|workingDays")
            String counting,

            @Nullable @Pattern(regexp = "none|forward|backward")
            String shift) {

        Counting counted() {
            return "workingDays".equals(counting) ? Counting.WORKING_DAYS : Counting.CALENDAR_DAYS;
        }

        Shift shifted() {
            return shift == null ? Shift.NONE : Shift.valueOf(shift.toUpperCase(Locale.ROOT));
        }
    }

    @GetMapping("/years")
    @Right(value = Right.SIGNED_IN, scope = Scope.INSTALLATION)
    ResponseEntity<KnownYears> years(Caller caller) {
        // The version first: should somebody import in between, a change that starts from it is refused as stale.
        int version = calendar.version();
        return ResponseEntity.ok()
                .eTag(Version.etag(version))
                .body(new KnownYears(calendar.years(), imports.mayImport(caller)));
    }

    @GetMapping("/days")
    @Right(value = Right.SIGNED_IN, scope = Scope.INSTALLATION)
    CalendarDays days(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        requireWithin("from", from);
        requireWithin("to", to);
        if (to.isBefore(from)) {
            throw unfit("to", "before-beginning");
        }
        if (to.isAfter(from.plusDays(MOST_DAYS - 1L))) {
            throw unfit("to", "too-many-days");
        }
        return calendar.between(from, to);
    }

    @GetMapping("/deadlines")
    @Right(value = Right.SIGNED_IN, scope = Scope.INSTALLATION)
    DeadlineDays deadline(@Valid DeadlineQuery asked) {
        requireWithin("since", asked.since());
        return calendar.deadline(asked.since(), written(asked), asked.shifted());
    }

    @PostMapping("/imports/check")
    @Right(value = HolidayImports.MANAGES, scope = Scope.INSTALLATION)
    CheckedHolidays check(@Valid @RequestBody HolidayText file, Caller caller) {
        return imports.check(caller, file.file(), file.text());
    }

    @PostMapping("/imports")
    @Right(value = HolidayImports.MANAGES, scope = Scope.INSTALLATION)
    ResponseEntity<KnownYear> importYear(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody HolidayText file,
            Caller caller) {
        int version = Version.required(ifMatch);
        KnownYear made = imports.importYear(caller, version, file.file(), file.text());
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.etag(version + 1))
                .body(made);
    }

    private static Deadline written(DeadlineQuery asked) {
        try {
            return Deadline.within(asked.duration(), asked.counted());
        } catch (IllegalArgumentException _) {
            throw unfit("duration", "wrong-form");
        }
    }

    private static void requireWithin(String field, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw unfit(field, "outside-calendar");
        }
    }

    private static Refusal unfit(String field, String why) {
        return Refusal.of(Code.INVALID_FIELDS, Reason.field(field, why));
    }
}
