package xindang.forms;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.format.form.FieldKind;
import xindang.format.form.FormField;
import xindang.intake.IntakeProblem;
import xindang.intake.TableReader;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Records from a table (表单记录导入): columns are found by code or label, every row is checked as if somebody filled it in, and either all
 * rows come in or none.
 */
@Service
public class RecordImports {

    /** Most rows of one file. */
    public static final int MOST_ROWS = 2000;

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_SHOWN = 100;

    private final Forms forms;
    private final FormSight sight;
    private final FormRecords records;
    private final References references;
    private final Trail trail;
    private final BusinessClock clock;

    RecordImports(
            Forms forms,
            FormSight sight,
            FormRecords records,
            References references,
            Trail trail,
            BusinessClock clock) {
        this.forms = forms;
        this.sight = sight;
        this.records = records;
        this.references = references;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a file would bring (导入预览).
     *
     * @param sha256 hash of the file, which its confirmation names
     * @param columns fields found, by header
     * @param ignored headers that are no field that the person may fill in
     * @param rows rows of the file
     * @param good rows that fit
     * @param faults what is wrong with the others, the first hundred
     */
    public record CheckedRows(
            String sha256,
            Map<String, String> columns,
            List<String> ignored,
            int rows,
            int good,
            List<RowFault> faults) {

        /** Copies the collections. */
        public CheckedRows {
            columns = Map.copyOf(columns);
            ignored = List.copyOf(ignored);
            faults = List.copyOf(faults);
        }
    }

    /** Something wrong with a row: line of the file, field, code and what it is measured by. */
    public record RowFault(int line, String field, String code, String limit) {}

    private record Row(int line, Map<String, Object> values) {}

    private record Content(CheckedRows checked, List<Row> rows) {}

    /**
     * Says what a file would bring, and changes nothing.
     *
     * @throws Refusal 404 out of sight, 409 if nothing was published, 422 for a file that is no table
     */
    @Transactional(readOnly = true)
    public CheckedRows check(Caller caller, UUID form, InputStream content) throws IOException {
        FormLine line = line(caller, form);
        return read(caller, forms.plan(line), content).checked();
    }

    /**
     * Brings a file in as a whole.
     *
     * @param sha256 hash of the file that was looked at before
     * @throws Refusal as {@link #check}; 422 if any row does not fit or the file is another one
     */
    @Transactional
    public CheckedRows bring(Caller caller, UUID form, String sha256, InputStream content) throws IOException {
        FormLine line = line(caller, form);
        FormPlan plan = forms.plan(line);
        Content read = read(caller, plan, content);
        CheckedRows checked = read.checked();
        if (!checked.sha256().equals(sha256)) {
            throw Refusal.of(FormProblem.RECORDS_UNFIT, Reason.field("sha256", "another-file"));
        }
        if (checked.rows() == 0 || checked.good() < checked.rows()) {
            throw Refusal.of(FormProblem.RECORDS_UNFIT, reasons(checked));
        }
        for (Row row : read.rows()) {
            records.add(caller, line, plan, new FormRecords.Place(null, null), row.values());
        }
        trail.record(
                caller,
                Act.of(caller.node(), "forms.import-records", "form", form, line.code())
                        .basedOn(Map.of("sha256", sha256, "rows", String.valueOf(checked.rows()))));
        return checked;
    }

    private FormLine line(Caller caller, UUID form) {
        FormLine line = forms.line(caller, form);
        if (line.ofCustomers()) {
            throw Refusal.of(FormProblem.RECORDS_UNFIT, Reason.field("file", "of-customers"));
        }
        if (!sight.holds(line.node().id(), caller.node())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        return line;
    }

    private static List<Reason> reasons(CheckedRows checked) {
        return checked.faults().stream()
                .limit(20)
                .map(fault -> new Reason(
                        null,
                        fault.field(),
                        Map.of("code", fault.code(), "line", fault.line(), "limit", fault.limit())))
                .toList();
    }

    private Content read(Caller caller, FormPlan plan, InputStream content) throws IOException {
        Path file = Files.createTempFile("xindang-records-", ".table");
        try {
            String sha256 = received(content, file);
            return content(caller, plan, file, sha256);
        } catch (IntakeProblem unfit) {
            throw Refusal.of(
                    FormProblem.RECORDS_UNFIT,
                    new Reason(null, "file", Map.of("code", unfit.code().code())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String received(InputStream content, Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(content, digest);
                    var out = Files.newOutputStream(file)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw Refusal.of(Code.TOO_LARGE);
                }
                out.write(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private Content content(Caller caller, FormPlan plan, Path file, String sha256) {
        Set<String> roles = sight.roles(caller, caller.node());
        TableReader table = TableReader.open(file, cells -> score(plan, roles, cells));
        var found = new LinkedHashMap<Integer, FormField>();
        var columns = new HashMap<String, String>();
        var ignored = new ArrayList<String>();
        for (int i = 0; i < table.headers().size(); i++) {
            String header = table.headers().get(i);
            Optional<FormField> field = field(plan, roles, header);
            if (field.isPresent() && !columns.containsValue(field.get().code())) {
                found.put(i, field.get());
                columns.put(header, field.get().code());
            } else if (!header.isBlank()) {
                ignored.add(header);
            }
        }
        var rows = new ArrayList<Row>();
        var faults = new ArrayList<RowFault>();
        var counts = new int[2];
        table.read(true, _ -> true, (line, cells, broken) -> {
            counts[0]++;
            if (counts[0] > MOST_ROWS) {
                throw Refusal.of(FormProblem.RECORDS_UNFIT, Reason.field("file", "too-many-rows"));
            }
            Row row = new Row(line, values(found, cells));
            List<Filling.Problem> problems = problems(caller, plan, roles, row);
            if (broken == null && problems.isEmpty()) {
                counts[1]++;
                rows.add(row);
            } else {
                add(faults, line, broken == null ? problems : List.of(new Filling.Problem("", "broken-line", "")));
            }
            return true;
        });
        return new Content(new CheckedRows(sha256, columns, ignored, counts[0], counts[1], faults), rows);
    }

    private static void add(List<RowFault> faults, int line, List<Filling.Problem> problems) {
        problems.stream()
                .limit(Math.max(0, MOST_SHOWN - faults.size()))
                .forEach(one -> faults.add(new RowFault(line, one.field(), one.code(), one.limit())));
    }

    private List<Filling.Problem> problems(Caller caller, FormPlan plan, Set<String> roles, Row row) {
        Filling.Filled filled = Filling.fill(plan, Map.of(), row.values(), roles, clock.today());
        return filled.problems().isEmpty()
                ? references.unknown(caller, plan.form(), Map.of(), filled.values())
                : filled.problems();
    }

    private static int score(FormPlan plan, Set<String> roles, List<String> cells) {
        long known = cells.stream()
                .filter(cell -> field(plan, roles, cell).isPresent())
                .count();
        return known == cells.size() ? TableReader.WHOLE : (int) known;
    }

    /** The field of a header: its code, or its label in either language. Tables do not fit into a cell. */
    private static Optional<FormField> field(FormPlan plan, Set<String> roles, String header) {
        String text = header.strip();
        return plan.form().fields().stream()
                .filter(field -> !field.kind().isGiven()
                        && field.kind() != FieldKind.TABLE
                        && field.access().opens(roles))
                .filter(field -> field.code().equals(text)
                        || field.label().zh().equals(text)
                        || field.label().en().equalsIgnoreCase(text))
                .findFirst();
    }

    private static Map<String, Object> values(Map<Integer, FormField> found, List<String> cells) {
        var values = new HashMap<String, Object>();
        found.forEach((column, field) -> {
            String cell = column < cells.size() ? cells.get(column).strip() : "";
            Object value = cell.isEmpty() ? null : value(field, cell);
            if (value != null) {
                values.put(field.code(), value);
            }
        });
        return values;
    }

    /** A cell as somebody would fill it in: thousands separators go, labels become choices. */
    private static @Nullable Object value(FormField field, String cell) {
        return switch (field.kind()) {
            case NUMBER, MONEY -> number(cell);
            case DATE -> cell.replace('/', '-').replaceAll("(?<=-)([0-9])(?=-|$)", "0$1");
            case CHOICE -> choice(field, cell);
            case CHOICES ->
                List.of(cell.split("[、,，;；]", -1)).stream()
                        .map(one -> choice(field, one.strip()))
                        .toList();
            case MEMBER, DEPARTMENT, CUSTOMER, LINK -> cell.toLowerCase(Locale.ROOT);
            default -> cell;
        };
    }

    private static String number(String cell) {
        String plain = cell.replaceAll("[,，\\s¥￥]", "");
        try {
            return new BigDecimal(plain).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException _) {
            return cell;
        }
    }

    private static String choice(FormField field, String cell) {
        return field.choices().stream()
                .filter(one -> one.code().equals(cell)
                        || one.label().zh().equals(cell)
                        || one.label().en().equalsIgnoreCase(cell))
                .map(FormField.Choice::code)
                .findFirst()
                .orElse(cell);
    }
}
