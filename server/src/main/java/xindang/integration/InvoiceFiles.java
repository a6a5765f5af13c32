package xindang.integration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xindang.customerfile.CustomerRegister;
import xindang.customerfile.CustomerRow;
import xindang.engine.decision.Sha256;
import xindang.intake.ColumnMap;
import xindang.intake.DateOrder;
import xindang.intake.Field;
import xindang.intake.IntakeProblem;
import xindang.intake.Ledger;
import xindang.intake.LedgerReader;
import xindang.intake.Reading;
import xindang.intake.ReadingOptions;
import xindang.intake.Reject;
import xindang.intake.TableReader;
import xindang.platform.access.Caller;
import xindang.receivable.CustomerFigures;
import xindang.receivable.ItemBook;
import xindang.receivable.ItemOrigin;
import xindang.receivable.NewItems;

/** Receivables ledgers (应收台账), read by the reader of {@code assess}. */
@Component
class InvoiceFiles implements FileKind {

    private static final int SAMPLES = 5;

    private final CustomerRegister customers;
    private final ItemBook items;

    InvoiceFiles(CustomerRegister customers, ItemBook items) {
        this.customers = customers;
        this.items = items;
    }

    @Override
    public String key() {
        return "invoices";
    }

    @Override
    public String right() {
        return "integration.import";
    }

    @Override
    public List<FieldKey> fields() {
        var fields = new ArrayList<FieldKey>();
        for (Field field : Field.values()) {
            boolean required = field == Field.CUSTOMER || field == Field.AMOUNT || field == Field.DUE;
            fields.add(new FieldKey(field.key(), required));
        }
        return fields;
    }

    @Override
    public Looked look(Path file, @Nullable Mapping mapping) {
        TableReader table = TableReader.ofLedger(file);
        var questions = new ArrayList<IntakeProblem>();
        var options = new ReadingOptions(
                mapping == null ? null : map(table.headers(), mapping, null),
                mapping == null ? null : currency(mapping),
                question -> {
                    int answer = answer(question, mapping);
                    if (answer < 0) {
                        questions.add(question);
                    }
                    return Math.max(0, answer);
                },
                null);
        try {
            Reading reading =
                    LedgerReader.read(List.of(file), options).readings().getFirst();
            return looked(table, mapping, reading, questions);
        } catch (IntakeProblem problem) {
            questions.add(problem);
            return looked(table, mapping, null, questions);
        }
    }

    /** Which reading of a question the chosen order of dates is; -1 if it is none. */
    private static int answer(IntakeProblem question, @Nullable Mapping mapping) {
        return mapping == null || mapping.dateOrder() == null
                ? -1
                : question.readings().stream()
                        .map(IntakeProblem.Choice::value)
                        .toList()
                        .indexOf(mapping.dateOrder());
    }

    private static Looked looked(
            TableReader table, @Nullable Mapping chosen, @Nullable Reading reading, List<IntakeProblem> problems) {
        Map<String, Boolean> commas = new HashMap<>();
        boolean acrossLines = true;
        if (reading != null) {
            reading.decimalCommas().forEach((field, comma) -> commas.put(field.key(), comma));
            acrossLines = reading.notes().stream().noneMatch(note -> note.code().equals("stray-quote"));
        }
        Mapping mapping = chosen != null ? chosen : new Mapping(columns(table, reading), null, null, null);
        Map<String, String> guess = new HashMap<>();
        mapping.columns().keySet().forEach(field -> guess.put(field, chosen != null ? "chosen" : "header"));
        var look = new Look(
                table.above(),
                table.headers(),
                table.headerLine(),
                acrossLines,
                samples(table, acrossLines),
                guess,
                problems.stream()
                        .filter(problem -> !problem.readings().isEmpty())
                        .map(problem -> question(problem, table.headers()))
                        .toList(),
                reading == null ? Map.of() : orders(reading, chosen != null && chosen.dateOrder() != null),
                commas,
                fingerprint(table.headers()),
                problems.stream()
                        .filter(problem -> problem.readings().isEmpty())
                        .map(problem -> problem.code().code())
                        .findFirst()
                        .orElse(null));
        return new Looked(look, mapping);
    }

    /** The order of dates of each field that its columns tell; what follows from another column gives way to what was said. */
    private static Map<String, String> orders(Reading reading, boolean said) {
        Map<String, String> orders = new HashMap<>();
        reading.dateOrders().forEach((field, order) -> {
            if (order.source() == Reading.OrderSource.COLUMN
                    || (!said && order.source() != Reading.OrderSource.ANSWER)) {
                orders.put(field.key(), order.order().key());
            }
        });
        return orders;
    }

    /** The column of each field, as the reader found it, else as the headers say. */
    private static Map<String, Integer> columns(TableReader table, @Nullable Reading reading) {
        Map<String, Integer> columns = new HashMap<>();
        if (reading != null) {
            reading.positions().forEach((field, column) -> columns.put(field.key(), column));
        } else {
            List<@Nullable Field> guess = TableReader.guess(table.headers());
            for (int column = 0; column < guess.size(); column++) {
                Field field = guess.get(column);
                if (field != null) {
                    columns.putIfAbsent(field.key(), column);
                }
            }
        }
        return columns;
    }

    private static Look.Question question(IntakeProblem problem, List<String> headers) {
        Object column = problem.arguments().get("column");
        int at = column == null ? -1 : headers.indexOf(column.toString());
        return new Look.Question(
                at < 0 ? null : at,
                String.valueOf(problem.arguments().getOrDefault("field", "currency")),
                problem.code().code(),
                problem.readings().stream().map(IntakeProblem.Choice::value).toList());
    }

    /** Hash of a header row. */
    static String fingerprint(List<String> headers) {
        return Sha256.hex(
                String.join("\u001f", headers).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** The first values of each column. */
    static List<List<String>> samples(TableReader table, boolean acrossLines) {
        var samples = new ArrayList<List<String>>();
        table.headers().forEach(_ -> samples.add(new ArrayList<>()));
        int[] rows = {0};
        table.read(acrossLines, _ -> true, (_, cells, _) -> {
            for (int i = 0; i < Math.min(cells.size(), samples.size()); i++) {
                String cell = cells.get(i);
                samples.get(i).add(cell.length() <= 100 ? cell : cell.substring(0, 100));
            }
            return ++rows[0] < SAMPLES;
        });
        return samples;
    }

    private static @Nullable Currency currency(Mapping mapping) {
        return mapping.currency() == null ? null : Currency.getInstance(mapping.currency());
    }

    private static ColumnMap map(List<String> headers, Mapping mapping, @Nullable Look look) {
        var columns = new EnumMap<Field, Integer>(Field.class);
        var orders = new EnumMap<Field, DateOrder>(Field.class);
        var commas = new EnumMap<Field, Boolean>(Field.class);
        mapping.columns().forEach((key, column) -> {
            Field field = Field.ofKey(key);
            if (field == null) {
                return;
            }
            columns.put(field, column);
            // A column that shows its order keeps it; the answer is for those that do not.
            String order = look == null
                    ? null
                    : Objects.requireNonNullElse(
                            look.orders().get(key), Objects.requireNonNullElse(mapping.dateOrder(), ""));
            DateOrder known = order == null || order.isEmpty() || !field.isDate() ? null : DateOrder.ofKey(order);
            if (known != null) {
                orders.put(field, known);
            }
            Boolean comma = look == null ? null : look.commas().get(key);
            if (comma != null && field.isAmount()) {
                commas.put(field, comma);
            }
        });
        return ColumnMap.ofColumns(headers, columns, new ColumnMap.Styles(orders, commas, mapping.unit()));
    }

    @Override
    public TableReader open(Path file) {
        return TableReader.ofLedger(file);
    }

    @Override
    public Content read(
            Caller by,
            UUID company,
            Path file,
            @Nullable Path edits,
            Look look,
            Mapping mapping,
            LongConsumer reading) {
        return read(file, edits, look, mapping, reading);
    }

    private Content read(Path file, @Nullable Path edits, Look look, Mapping mapping, LongConsumer reading) {
        var options = new ReadingOptions(
                map(look.headers(), mapping, look), currency(mapping), null, (bytes, _, _) -> reading.accept(bytes));
        List<Path> files = edits == null ? List.of(file) : List.of(file, edits);
        return new LedgerContent(LedgerReader.read(files, options), mapping);
    }

    @Override
    public Checked judge(UUID company, Path table, Look look, Mapping mapping) {
        return read(table, null, look, mapping, _ -> {}).checked();
    }

    /** A ledger that was read. */
    private final class LedgerContent implements Content {

        private final Ledger ledger;
        private final Mapping mapping;

        LedgerContent(Ledger ledger, Mapping mapping) {
            this.ledger = ledger;
            this.mapping = mapping;
        }

        @Override
        public Checked checked() {
            return of(0);
        }

        @Override
        public Checked edits() {
            return of(1);
        }

        private Checked of(int file) {
            var faults = new TreeMap<Integer, List<Fault>>();
            for (Reject reject : ledger.rejects()) {
                if (reject.file() == file) {
                    Field field = reject.field();
                    faults.computeIfAbsent(reject.line(), _ -> new ArrayList<>())
                            .add(new Fault(
                                    field == null ? null : field.key(),
                                    reject.code().code(),
                                    reject.value()));
                }
            }
            Reading reading =
                    ledger.readings().get(Math.min(file, ledger.readings().size() - 1));
            boolean there = file < ledger.readings().size();
            OptionalInt latest = ledger.latestDate();
            return new Checked(
                    there ? (long) reading.accepted() + reading.rejected() : 0,
                    there ? reading.accepted() : 0,
                    faults,
                    latest.isPresent() ? LocalDate.ofEpochDay(latest.getAsInt()) : null,
                    reading.currency());
        }

        @Override
        public Brought bring(Confirmation confirmation, LongConsumer rows) {
            CustomerRegister.Found found = customers.bring(
                    confirmation.company(),
                    confirmation.importId(),
                    ledger.customers(),
                    this::customer,
                    confirmation.today());
            Map<String, Integer> columns = mapping.columns();
            boolean settlements = columns.containsKey(Field.SETTLED.key())
                    || columns.containsKey(Field.SETTLED_AMOUNT.key())
                    || columns.containsKey(Field.OUTSTANDING.key());
            ItemBook.Booked booked = items.bring(
                    new ItemOrigin(confirmation.company(), confirmation.importId(), confirmation.at()),
                    new NewItems(ledger, found.files(), settlements, columns.containsKey(Field.DISPUTED.key())),
                    confirmation.today(),
                    rows);
            customers.overview(found.created(), CustomerFigures.of(booked.figures()));
            return new Brought(
                    found.created(),
                    found.created().size(),
                    ledger.customers() - found.created().size(),
                    0,
                    booked.added(),
                    booked.updated(),
                    booked.unchanged());
        }

        private CustomerRow customer(int customer) {
            return CustomerRow.of(ledger.customerId(customer), ledger.customerName(customer));
        }
    }
}
