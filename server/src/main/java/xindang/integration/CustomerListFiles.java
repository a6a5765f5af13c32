package xindang.integration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xindang.customerfile.CustomerRegister;
import xindang.customerfile.CustomerRow;
import xindang.customerfile.CustomerRows;
import xindang.identity.Node;
import xindang.identity.Organisation;
import xindang.intake.IntakeProblem;
import xindang.intake.RejectCode;
import xindang.intake.TableReader;
import xindang.platform.access.Caller;

/** Lists of customers (客户清单): read row by row, never as a whole; doubles are looked for by the database. */
@Component
class CustomerListFiles implements FileKind {

    /** Corrected rows come behind all lines a file can have. */
    private static final int BEHIND = 1_000_000_000;

    private static final List<CustomerField> KNOWN_BY =
            List.of(CustomerField.NUMBER, CustomerField.NAME, CustomerField.CREDIT_CODE);

    private final CustomerRegister customers;
    private final Organisation organisation;

    CustomerListFiles(CustomerRegister customers, Organisation organisation) {
        this.customers = customers;
        this.organisation = organisation;
    }

    @Override
    public String key() {
        return "customers";
    }

    @Override
    public String right() {
        return "customerfile.write";
    }

    @Override
    public List<FieldKey> fields() {
        var fields = new ArrayList<FieldKey>();
        for (CustomerField field : CustomerField.values()) {
            fields.add(new FieldKey(field.key(), field == CustomerField.NAME));
        }
        return fields;
    }

    @Override
    public TableReader open(Path file) {
        return TableReader.open(file, headers -> columns(headers).size());
    }

    private static Map<String, Integer> columns(List<String> headers) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            int column = i;
            CustomerField.ofHeader(headers.get(i)).ifPresent(field -> columns.putIfAbsent(field.key(), column));
        }
        return columns;
    }

    @Override
    public Looked look(Path file, @Nullable Mapping chosen) {
        TableReader table = open(file);
        Mapping mapping = chosen != null ? chosen : new Mapping(columns(table.headers()), null, null, null);
        Map<String, String> guess = new HashMap<>();
        mapping.columns().keySet().forEach(field -> guess.put(field, chosen != null ? "chosen" : "header"));
        boolean acrossLines = table.quotesHold(cells -> hasOneLine(cells, mapping));
        var look = new Look(
                table.above(),
                table.headers(),
                table.headerLine(),
                acrossLines,
                InvoiceFiles.samples(table, acrossLines),
                guess,
                List.of(),
                Map.of(),
                Map.of(),
                InvoiceFiles.fingerprint(table.headers()),
                mapping.columns().containsKey(CustomerField.NAME.key())
                        ? null
                        : IntakeProblem.Code.COLUMN_MISSING.code());
        return new Looked(look, mapping);
    }

    /** An address may have several lines; what a customer is known by has one. */
    private static boolean hasOneLine(List<String> cells, Mapping mapping) {
        return KNOWN_BY.stream()
                .map(field -> mapping.columns().get(field.key()))
                .filter(column -> column != null && column < cells.size())
                .allMatch(column ->
                        cells.get(column).indexOf('\n') < 0 && cells.get(column).indexOf('\r') < 0);
    }

    private CustomerRowParser parser(UUID company, Mapping mapping) {
        List<Node> nodes = organisation.subtree(company);
        return new CustomerRowParser(
                mapping.columns(),
                company,
                nodes.stream().filter(node -> !node.closed()).toList(),
                organisation.people(nodes.stream().map(Node::id).toList()));
    }

    @Override
    public Checked judge(UUID company, Path table, Look look, Mapping mapping) {
        var part = new Part(table, 0, parser(company, mapping), look.acrossLines());
        part.each((_, _) -> {});
        return part.checked();
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
        CustomerRowParser parser = parser(company, mapping);
        var rows = new Part(file, 0, parser, look.acrossLines());
        var corrected = new Part(edits, BEHIND, parser, look.acrossLines());
        customers.clashes(by, company, rows, corrected).forEach(clash -> {
            Part part = clash.ordinal() > BEHIND ? corrected : rows;
            part.faults
                    .computeIfAbsent(clash.ordinal() - part.behind, _ -> new ArrayList<>())
                    .add(new Fault(clash.field(), clash.code(), ""));
        });
        return new ListContent(rows, corrected);
    }

    /** The rows of a table, read anew each time they are asked for. */
    private final class Part implements CustomerRows {

        private final @Nullable Path file;
        private final int behind;
        private final CustomerRowParser parser;
        private final boolean acrossLines;
        private final NavigableMap<Integer, List<Fault>> faults = new TreeMap<>();
        private long count;

        Part(@Nullable Path file, int behind, CustomerRowParser parser, boolean acrossLines) {
            this.file = file;
            this.behind = behind;
            this.parser = parser;
            this.acrossLines = acrossLines;
        }

        @Override
        public void each(Sink sink) {
            if (file == null) {
                return;
            }
            count = 0;
            List<RuntimeException> failed = new ArrayList<>();
            open(file).read(acrossLines, _ -> true, (line, cells, broken) -> {
                try {
                    take(line, cells, broken, sink);
                    return true;
                } catch (RuntimeException e) {
                    // Not through the reader, which takes every failure for one of the file.
                    failed.add(e);
                    return false;
                }
            });
            if (!failed.isEmpty()) {
                throw failed.getFirst();
            }
        }

        private void take(int line, List<String> cells, @Nullable RejectCode broken, Sink sink) {
            if (cells.stream().allMatch(String::isEmpty)) {
                return;
            }
            count++;
            if (faults.containsKey(line)) {
                return;
            }
            if (broken != null) {
                faults.put(line, new ArrayList<>(List.of(new Fault(null, broken.code(), ""))));
                return;
            }
            CustomerRowParser.Parsed parsed = parser.parse(cells);
            CustomerRow row = parsed.row();
            if (row == null) {
                faults.put(line, new ArrayList<>(parsed.faults()));
            } else {
                sink.take(behind + line, row);
            }
        }

        Checked checked() {
            return new Checked(count, count - faults.size(), faults, null, null);
        }
    }

    /** A list that was read. */
    private final class ListContent implements Content {

        private final Part rows;
        private final Part corrected;

        ListContent(Part rows, Part corrected) {
            this.rows = rows;
            this.corrected = corrected;
        }

        @Override
        public Checked checked() {
            return rows.checked();
        }

        @Override
        public Checked edits() {
            return corrected.checked();
        }

        @Override
        public Brought bring(Confirmation confirmation, LongConsumer told) {
            CustomerRegister.Merged merged = customers.merge(
                    confirmation.by(),
                    confirmation.company(),
                    confirmation.importId(),
                    sink -> {
                        long[] taken = {0};
                        CustomerRows.Sink counted = (ordinal, row) -> {
                            sink.take(ordinal, row);
                            told.accept(++taken[0]);
                        };
                        rows.each(counted);
                        corrected.each(counted);
                    },
                    confirmation.today());
            if (!merged.clashes().isEmpty()) {
                // Somebody was first meanwhile: nothing comes in before those rows were seen.
                throw ImportWork.errors(
                        merged.clashes().size(), merged.clashes().getFirst().ordinal() % BEHIND);
            }
            return new Brought(
                    merged.created(),
                    merged.created().size(),
                    merged.known(),
                    merged.updated().size(),
                    0,
                    0,
                    0);
        }
    }
}
