package xindang.integration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.customerfile.CustomerRow;
import xindang.engine.customerfile.UnifiedCreditCode;
import xindang.identity.Node;
import xindang.identity.User;

/** Makes customers of rows of texts (客户行解析) and says what is wrong with a row by itself. */
final class CustomerRowParser {

    private static final Map<String, String> KINDS = Map.of(
            "客户",
            "customer",
            "customer",
            "customer",
            "供应商",
            "supplier",
            "supplier",
            "supplier",
            "经销商",
            "dealer",
            "dealer",
            "dealer",
            "代理商",
            "agent",
            "agent",
            "agent");

    /** Stands for a name that several have. */
    private static final UUID SEVERAL = new UUID(0, 0);

    private final Map<String, Integer> columns;
    private final UUID company;
    private final Map<String, UUID> departments = new HashMap<>();
    private final Map<String, UUID> logins = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();

    CustomerRowParser(Map<String, Integer> columns, UUID company, List<Node> nodes, List<User> users) {
        this.columns = columns;
        this.company = company;
        nodes.forEach(node -> add(departments, node.name(), node.id()));
        users.forEach(user -> {
            logins.put(plain(user.login()), user.id());
            add(people, user.name(), user.id());
        });
    }

    private static void add(Map<String, UUID> byName, String name, UUID id) {
        byName.merge(plain(name), id, (_, _) -> SEVERAL);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A row that was read.
     *
     * @param row the customer; null where the row is faulty
     */
    record Parsed(@Nullable CustomerRow row, List<Fault> faults) {}

    /** Reads a row. */
    Parsed parse(List<String> cells) {
        var faults = new ArrayList<Fault>();
        for (CustomerField field : CustomerField.values()) {
            String text = cell(cells, field);
            if (text != null && text.length() > field.longest()) {
                faults.add(new Fault(field.key(), "too-long", text.substring(0, field.longest())));
            }
        }
        String name = cell(cells, CustomerField.NAME);
        if (name == null) {
            faults.add(new Fault(CustomerField.NAME.key(), "missing-name", ""));
        }
        String code = code(cell(cells, CustomerField.CREDIT_CODE), faults);
        UUID department = department(cell(cells, CustomerField.DEPARTMENT), faults);
        UUID keeper = keeper(cell(cells, CustomerField.KEEPER), faults);
        String kind = kind(cell(cells, CustomerField.KIND), faults);
        if (name == null || !faults.isEmpty()) {
            return new Parsed(null, faults);
        }
        return new Parsed(
                new CustomerRow(
                        cell(cells, CustomerField.NUMBER),
                        name,
                        code,
                        department,
                        keeper,
                        kind,
                        cell(cells, CustomerField.INDUSTRY),
                        cell(cells, CustomerField.REGION),
                        cell(cells, CustomerField.ADDRESS),
                        cell(cells, CustomerField.CONTACT),
                        cell(cells, CustomerField.PHONE)),
                faults);
    }

    private @Nullable String cell(List<String> cells, CustomerField field) {
        Integer column = columns.get(field.key());
        if (column == null || column >= cells.size()) {
            return null;
        }
        String text = cells.get(column).strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String code(@Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        UnifiedCreditCode.fault(text)
                .ifPresent(fault -> faults.add(new Fault(
                        CustomerField.CREDIT_CODE.key(),
                        "credit-code-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        text)));
        return UnifiedCreditCode.compact(text);
    }

    private @Nullable UUID department(@Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        UUID found = departments.get(plain(text));
        refuse(found, CustomerField.DEPARTMENT, text, faults);
        // What belongs to the company itself has no department.
        return company.equals(found) ? null : found;
    }

    private @Nullable UUID keeper(@Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        UUID found = logins.getOrDefault(plain(text), people.get(plain(text)));
        refuse(found, CustomerField.KEEPER, text, faults);
        return found;
    }

    private static void refuse(@Nullable UUID found, CustomerField field, String text, List<Fault> faults) {
        if (found == null || found.equals(SEVERAL)) {
            faults.add(new Fault(field.key(), (found == null ? "unknown-" : "ambiguous-") + field.key(), text));
        }
    }

    private static @Nullable String kind(@Nullable String text, List<Fault> faults) {
        String kind = text == null ? null : KINDS.get(plain(text));
        if (text != null && kind == null) {
            faults.add(new Fault(CustomerField.KIND.key(), "unknown-kind", text));
        }
        return kind;
    }
}
