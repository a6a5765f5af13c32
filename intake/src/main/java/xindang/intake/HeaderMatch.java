package xindang.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a header row holds what. Fields for which several columns compete are kept apart. */
final class HeaderMatch {

    private static final Field[] ORDER = {
        Field.INVOICE,
        Field.DUE,
        Field.ISSUED,
        Field.AMOUNT,
        Field.CURRENCY,
        Field.SETTLED,
        Field.SETTLED_AMOUNT,
        Field.OUTSTANDING,
        Field.DISPUTED,
        Field.TERM
    };

    final List<String> texts;
    final List<Header> headers;
    /** Column by field, -1 = none. */
    final int[] columnOf = new int[Field.COUNT];
    /** The columns that compete for a field. */
    final Map<Field, List<Integer>> competing = new EnumMap<>(Field.class);
    /** Keys of the map that name a column which is not here. */
    final List<Field> unmatched = new ArrayList<>();

    /** The field of a settlement column whose first cells are blank; its later cells may decide otherwise. */
    @Nullable
    Field undecided;

    /** No column but the open balance gives an amount. */
    private boolean openBalance;

    private final @Nullable ColumnMap map;
    private final boolean[] taken;

    HeaderMatch(List<String> texts, @Nullable ColumnMap map) {
        this.texts = texts;
        this.headers = texts.stream().map(Header::of).toList();
        this.map = map;
        this.taken = new boolean[texts.size()];
        Arrays.fill(columnOf, -1);
        takeMapped();
        if (map != null && map.byPositions()) {
            openBalance = isOpenBalance(columnOf[Field.AMOUNT.index()]);
            return;
        }
        if (columnOf[Field.CUSTOMER.index()] < 0) {
            find(Field.CUSTOMER, Field.CUSTOMER, 0);
        }
        find(Field.CUSTOMER_NAME, Field.CUSTOMER_NAME, 0);
        if (!has(Field.CUSTOMER)) {
            move(Field.CUSTOMER_NAME, Field.CUSTOMER);
        } else if (!has(Field.CUSTOMER_NAME)) {
            // 客户 beside 客户编码 is the name.
            find(Field.CUSTOMER_NAME, Field.CUSTOMER, 2);
            competing.remove(Field.CUSTOMER_NAME);
        }
        for (Field field : ORDER) {
            find(field, field, 0);
        }
        if (!has(Field.AMOUNT)) {
            openBalance = has(Field.OUTSTANDING);
            move(Field.OUTSTANDING, Field.AMOUNT);
        }
    }

    /** A column chosen as amount whose name says that it is what is open. */
    private boolean isOpenBalance(int column) {
        return column >= 0
                && Synonyms.rank(Field.OUTSTANDING, headers.get(column).name()) != Synonyms.NONE
                && Synonyms.rank(Field.AMOUNT, headers.get(column).name()) == Synonyms.NONE;
    }

    boolean has(Field field) {
        return columnOf[field.index()] >= 0 || competing.containsKey(field);
    }

    /** How well a header row fits: a complete one is worth {@link TableReader#WHOLE} or more. */
    int score() {
        return (missing().isEmpty() && unmatched.isEmpty() ? TableReader.WHOLE : 0)
                - 1000 * unmatched.size()
                + 100 * count()
                + Math.min(texts.size(), 99);
    }

    /** Whether the amount must be made of the open balance and what was settled. */
    boolean isOpenBesideSettled() {
        return openBalance && columnOf[Field.SETTLED_AMOUNT.index()] >= 0;
    }

    boolean isTaken(int column) {
        return taken[column];
    }

    void take(Field field, int column) {
        columnOf[field.index()] = column;
        taken[column] = true;
        competing.remove(field);
    }

    /** The field of each column, null = none; columns that compete for a field all have it. */
    List<@Nullable Field> byColumn() {
        List<@Nullable Field> fields = new ArrayList<>();
        for (int column = 0; column < texts.size(); column++) {
            Field found = null;
            for (Field field : Field.values()) {
                boolean competes = competing.getOrDefault(field, List.of()).contains(column);
                found = columnOf[field.index()] == column || competes ? field : found;
            }
            fields.add(found);
        }
        return fields;
    }

    /** Keys of the required fields that are not here. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!has(Field.CUSTOMER)) {
            missing.add(Field.CUSTOMER.key());
        }
        if (!has(Field.AMOUNT)) {
            missing.add(Field.AMOUNT.key());
        }
        if (!has(Field.DUE) && !(has(Field.ISSUED) && has(Field.TERM))) {
            missing.add(Field.DUE.key());
        }
        return missing;
    }

    /** How many fields were recognised. */
    int count() {
        return (int) Arrays.stream(columnOf).filter(c -> c >= 0).count() + competing.size();
    }

    private void takeMapped() {
        if (map == null) {
            return;
        }
        for (Field field : Field.values()) {
            ColumnMap.Entry entry = map.entry(field);
            if (entry == null) {
                continue;
            }
            int column = mapped(entry);
            if (column < 0) {
                unmatched.add(field);
            } else {
                take(field, column);
            }
        }
    }

    private int mapped(ColumnMap.Entry entry) {
        int position = entry.position();
        int numbered = position >= 1 && position <= texts.size() ? position - 1 : -1;
        if (map != null && map.byPositions()) {
            return map.isFor(texts) ? numbered : -1;
        }
        int exact = texts.indexOf(entry.column());
        if (exact >= 0) {
            return exact;
        }
        String key = Header.key(entry.column());
        for (int i = 0; i < texts.size(); i++) {
            if (!key.isEmpty() && Header.key(texts.get(i)).equals(key)) {
                return i;
            }
        }
        return numbered;
    }

    /** Looks for the best column of a field by the names of {@code names}, from a rank on. */
    private void find(Field field, Field names, int firstRank) {
        if (columnOf[field.index()] >= 0) {
            return;
        }
        int best = Integer.MAX_VALUE;
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            int rank = Synonyms.rank(names, headers.get(column).name());
            if (rank < firstRank || taken[column] || rank > best) {
                continue;
            }
            if (rank < best) {
                columns.clear();
                best = rank;
            }
            columns.add(column);
        }
        if (columns.size() == 1) {
            take(field, columns.getFirst());
        } else if (columns.size() > 1) {
            competing.put(field, columns);
        }
    }

    private void move(Field from, Field to) {
        columnOf[to.index()] = columnOf[from.index()];
        columnOf[from.index()] = -1;
        List<Integer> columns = competing.remove(from);
        if (columns != null) {
            competing.put(to, columns);
        }
    }
}
