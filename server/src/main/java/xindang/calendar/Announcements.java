package xindang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import xindang.engine.calendar.WorkingDays;
import xindang.engine.calendar.WorkingDays.Announced;

/** All imports of one version of the calendar (日历版本), and what follows from them. */
final class Announcements {

    /** Before the first import. */
    static final Announcements NONE = new Announcements(0, List.of());

    private final int version;
    private final Map<Integer, List<YearImport>> years = new LinkedHashMap<>();
    private final WorkingDays working;
    private final Map<LocalDate, String> names = new HashMap<>();

    /**
     * The calendar of some imports.
     *
     * @param imports the latest first; of a year the first is in force
     */
    Announcements(int version, Collection<YearImport> imports) {
        this.version = version;
        imports.forEach(
                one -> years.computeIfAbsent(one.year(), _ -> new ArrayList<>()).add(one));
        List<Announced> days = years.values().stream()
                .flatMap(one -> one.getFirst().days().stream())
                .toList();
        days.forEach(day -> names.put(day.day(), day.name()));
        working = WorkingDays.of(years.keySet(), days);
    }

    int version() {
        return version;
    }

    WorkingDays working() {
        return working;
    }

    /** Years that are known, the first first. */
    List<KnownYear> years() {
        return new TreeSet<>(years.keySet())
                .stream().map(this::year).flatMap(Optional::stream).toList();
    }

    /** A year, if it is known. */
    Optional<KnownYear> year(int year) {
        List<YearImport> all = years.getOrDefault(year, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(KnownYear.of(all.getFirst(), all.subList(1, all.size())));
    }

    CalendarDay at(LocalDate day) {
        return new CalendarDay(day, working.isWorked(day), names.get(day));
    }

    /** Another year that says otherwise of a day. */
    Optional<Integer> contradicting(int year, Announced day) {
        return years.values().stream()
                .map(List::getFirst)
                .filter(one -> one.year() != year)
                .filter(other -> other.days().stream()
                        .anyMatch(one -> one.day().equals(day.day()) && one.worked() != day.worked()))
                .map(YearImport::year)
                .findFirst();
    }

    /** The calendar with one import more. */
    Announcements with(YearImport more) {
        var all = new ArrayList<YearImport>();
        all.add(more);
        years.values().forEach(all::addAll);
        return new Announcements(version + 1, all);
    }

    /** Days that the import in force of a year names. */
    List<LocalDate> daysOf(int year) {
        return years.getOrDefault(year, List.of()).stream()
                .limit(1)
                .flatMap(one -> one.days().stream())
                .map(Announced::day)
                .toList();
    }
}
