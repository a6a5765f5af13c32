package xindang.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds delimiter and header, settles which column holds what and how it is written, and asks where that stays open. */
final class Planner {

    static final byte[] DELIMITERS = {',', '\t', ';', '|'};
    static final int HEADER_ROWS = 50;
    private static final Pattern TITLE_UNIT =
            Pattern.compile("(?i).*?(?:单位|unit|amounts? (?=in ))[:： ]*([^,，;；)）]+)[)）]?.*");

    private final String file;
    private final ReadingOptions options;
    private final List<Reading.Note> notes;

    Planner(String file, ReadingOptions options, List<Reading.Note> notes) {
        this.file = file;
        this.options = options;
        this.notes = notes;
    }

    /** A header found in a sample: row number and what its columns hold. */
    record Found(Sample sample, byte delimiter, boolean quotes, int row, HeaderMatch match) {

        boolean better(@Nullable Found other) {
            return other == null || score() > other.score();
        }

        /** Whether everything required is there. */
        boolean isWhole() {
            return match.missing().isEmpty() && match.unmatched.isEmpty();
        }

        private int score() {
            return match.score();
        }
    }

    /** The best header for any delimiter; the first complete one ends the search. */
    @Nullable
    Found findCsv(byte[] head) {
        Found best = null;
        for (byte delimiter : DELIMITERS) {
            if (!Bytes.contains(head, 0, head.length, delimiter)) {
                continue;
            }
            Found found = find(Sample.split(head, delimiter, true), delimiter, true);
            if (found != null && found.better(best)) {
                best = found;
            }
            if (best != null && best.isWhole()) {
                return best;
            }
        }
        return best;
    }

    /** The best header row of a sample, null if no row has two cells. */
    @Nullable
    Found find(Sample sample, byte delimiter, boolean quotes) {
        Found best = null;
        for (int row = 0; row < Math.min(HEADER_ROWS, sample.rows().size()); row++) {
            List<String> cells = sample.rows().get(row);
            if (cells.stream().filter(c -> !c.isEmpty()).count() < 2) {
                continue;
            }
            Found found = new Found(sample, delimiter, quotes, row, new HeaderMatch(cells, options.map()));
            if (found.better(best)) {
                best = found;
            }
            if (found.isWhole()) {
                return found;
            }
        }
        return best;
    }

    /** Settles everything that can be settled before the first row. */
    Plan plan(@Nullable Found found) {
        if (found == null) {
            throw new IntakeProblem(IntakeProblem.Code.NOT_A_TABLE, Map.of("file", file));
        }
        HeaderMatch match = found.match();
        refuseIncomplete(found);
        refuseDoubleMapping(match);
        new ArrayList<>(match.competing.keySet()).forEach(field -> choose(field, match));
        settlementByContent(found);
        Plan plan = new Plan(
                file,
                found.delimiter(),
                found.quotes(),
                found.row() + 1,
                found.sample().lines().get(found.row()),
                match);
        plan.openBalance = match.isOpenBesideSettled();
        if (plan.openBalance) {
            notes.add(Plan.openBalance(plan.header(Field.AMOUNT)));
        }
        styles(plan, found);
        return plan;
    }

    private void refuseIncomplete(Found found) {
        HeaderMatch match = found.match();
        List<String> headers = match.texts.stream().filter(t -> !t.isEmpty()).toList();
        ColumnMap map = options.map();
        if (map != null && !match.unmatched.isEmpty()) {
            Field field = match.unmatched.getFirst();
            ColumnMap.Entry entry = map.entry(field);
            throw new IntakeProblem(
                    IntakeProblem.Code.MAP_COLUMN_MISSING,
                    Map.of(
                            "file",
                            file,
                            "map",
                            map.file(),
                            "line",
                            entry == null ? 0 : entry.line(),
                            "key",
                            field.key(),
                            "column",
                            entry == null ? "" : entry.column(),
                            "headers",
                            headers));
        }
        List<String> missing = match.missing();
        if (!missing.isEmpty()) {
            throw new IntakeProblem(
                    IntakeProblem.Code.COLUMN_MISSING,
                    Map.of(
                            "file", file,
                            "line", found.sample().lines().get(found.row()),
                            "headers", headers,
                            "missing", missing));
        }
    }

    private void refuseDoubleMapping(HeaderMatch match) {
        ColumnMap map = options.map();
        for (int i = 0; i < Field.COUNT; i++) {
            for (int j = 0; j < i; j++) {
                if (map != null && match.columnOf[i] >= 0 && match.columnOf[i] == match.columnOf[j]) {
                    ColumnMap.Entry entry = map.entry(Field.at(i));
                    throw new IntakeProblem(
                            IntakeProblem.Code.MAP_COLUMN_TWICE,
                            Map.of(
                                    "file", file,
                                    "map", map.file(),
                                    "line", entry == null ? 0 : entry.line(),
                                    "key", Field.at(i).key(),
                                    "column", match.texts.get(match.columnOf[i])));
                }
            }
        }
    }

    private void choose(Field field, HeaderMatch match) {
        List<Integer> columns = match.competing.getOrDefault(field, List.of());
        List<String> names = columns.stream().map(match.texts::get).toList();
        List<IntakeProblem.Choice> choices = columns.stream()
                .map(c -> new IntakeProblem.Choice(match.texts.get(c), ColumnMap.lineFor(field, match.texts, c)))
                .toList();
        int answer = options.answer(new IntakeProblem(
                IntakeProblem.Code.COLUMN_AMBIGUOUS,
                Map.of("file", file, "field", field.key(), "candidates", names),
                choices));
        match.take(field, columns.get(answer));
    }

    /** A column called "paid" or 核销 holds days in one ledger and amounts in the next: its cells tell. */
    private void settlementByContent(Found found) {
        HeaderMatch match = found.match();
        if (options.map() != null && options.map().byPositions()) {
            return;
        }
        List<Integer> blank = new ArrayList<>();
        for (int column = 0; column < match.headers.size(); column++) {
            int rank = Synonyms.settlementRank(match.headers.get(column).name());
            if (rank == Synonyms.NONE || match.isTaken(column)) {
                continue;
            }
            SettlementCells cells = SettlementCells.of(found.sample().below(found.row(), column));
            Field field = cells.field(!match.has(Field.SETTLED), !match.has(Field.SETTLED_AMOUNT));
            if (cells.isEmpty()) {
                blank.add(column);
            } else if (field != null) {
                match.take(field, column);
            } else {
                notes.add(Plan.ignored(match.texts.get(column)));
            }
        }
        blank.forEach(column -> blankSettlement(match, column));
    }

    /** A column blank in the sample is read as the field that is free, until the whole column is known. */
    private void blankSettlement(HeaderMatch match, int column) {
        boolean amountFree = !match.has(Field.SETTLED_AMOUNT);
        if (match.undecided == null && (amountFree || !match.has(Field.SETTLED))) {
            match.undecided = amountFree ? Field.SETTLED_AMOUNT : Field.SETTLED;
            match.take(match.undecided, column);
        } else {
            notes.add(Plan.ignored(match.texts.get(column)));
        }
    }

    private void styles(Plan plan, Found found) {
        Unit title = titleUnit(found);
        boolean first = true;
        for (Field field : new Field[] {Field.AMOUNT, Field.SETTLED_AMOUNT, Field.OUTSTANDING}) {
            if (!plan.has(field)) {
                continue;
            }
            ColumnMap.Entry entry = entry(field);
            int evidence = DecimalStyle.commaEvidence(found.sample().below(found.row(), plan.column(field)));
            Boolean mapped = entry == null ? null : entry.comma();
            boolean inherited = !first && plan.comma[Field.AMOUNT.index()];
            plan.commaMapped[field.index()] = mapped != null;
            plan.comma[field.index()] = mapped != null ? mapped : evidence == 0 ? inherited : evidence > 0;
            first = false;
            Unit unit = found.match().headers.get(plan.column(field)).unit();
            unit = entry != null && entry.unit() != null ? entry.unit() : unit != null ? unit : title;
            if (unit != null) {
                plan.exponent[field.index()] = unit.exponent();
                plan.mark[field.index()] = unit.currency();
            }
        }
        for (Field field : Field.values()) {
            ColumnMap.Entry entry = entry(field);
            plan.order[field.index()] = entry == null ? null : entry.dates();
        }
        if (plan.has(Field.DISPUTED)) {
            int rank = Synonyms.rank(
                    Field.DISPUTED, Header.of(plan.header(Field.DISPUTED)).name());
            plan.dispute = rank == 1 ? Plan.Dispute.AMOUNT : rank == 2 ? Plan.Dispute.REASON : Plan.Dispute.FLAG;
        }
        defaultCurrency(plan);
    }

    private ColumnMap.@Nullable Entry entry(Field field) {
        return options.map() == null ? null : options.map().entry(field);
    }

    private void defaultCurrency(Plan plan) {
        java.util.Currency option = options.currency();
        plan.currency = Currencies.of(option == null ? java.util.Currency.getInstance("CNY") : option);
        if (option != null && Currencies.isDollar(plan.currency)) {
            plan.dollar = plan.currency;
        }
    }

    /** {@code 单位：万元} above the header holds for all amounts whose header names no unit. */
    private @Nullable Unit titleUnit(Found found) {
        for (List<String> row : found.sample().rows().subList(0, found.row())) {
            for (String cell : row) {
                Matcher m = TITLE_UNIT.matcher(Cells.plain(cell));
                Unit unit = m.matches() ? Unit.parse(m.group(1)) : null;
                if (unit != null) {
                    notes.add(new Reading.Note("unit-above-header", List.of(cell)));
                    return unit;
                }
            }
        }
        return null;
    }
}
