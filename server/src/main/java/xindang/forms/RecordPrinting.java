package xindang.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.format.form.FieldKind;
import xindang.format.form.FormField;
import xindang.platform.access.Caller;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.export.ReleaseRegister;
import xindang.platform.print.Paper;
import xindang.platform.print.PaperPdf;
import xindang.platform.time.BusinessClock;

/**
 * Prints records (表单打印): the fields that the reader sees, in the order of the form; tables as tables. What is printed is entered in the
 * register of what leaves the house, with its number at the foot.
 */
@Service
public class RecordPrinting {

    private final FormRecords records;
    private final Forms forms;
    private final PaperPdf pdf;
    private final ReleaseRegister register;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    RecordPrinting(
            FormRecords records,
            Forms forms,
            PaperPdf pdf,
            ReleaseRegister register,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.records = records;
        this.forms = forms;
        this.pdf = pdf;
        this.register = register;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Ready(String name, Paper paper) {}

    /** Prints a record within reach; laying it out takes a while, so that happens outside the transaction. */
    public PdfFile print(Caller caller, UUID id) {
        Ready ready = Objects.requireNonNull(transaction.execute(_ -> ready(caller, id)));
        return new PdfFile(ready.name(), new ByteArrayResource(pdf.print(ready.paper())));
    }

    /**
     * A file to be sent.
     *
     * @param name its name
     */
    public record PdfFile(String name, Resource content) {}

    private Ready ready(Caller caller, UUID id) {
        RecordDetail record = records.detail(caller, id);
        FormLine line = forms.line(caller, record.form());
        FormPlan plan = forms.plan(record.form(), record.version());
        String called = record.number() == null ? line.code() : record.number();
        boolean customers =
                record.subject() != null || !plan.form().of(FieldKind.CUSTOMER).isEmpty();
        SecrecyLevel level = customers ? SecrecyLevel.CONFIDENTIAL : SecrecyLevel.INTERNAL;
        String number = register.taken(
                        caller, called + " " + line.labelZh(), level, Map.of("form-record", id.toString()))
                .number();
        String language = caller.language();
        String foot = String.join(
                " · ",
                number,
                caller.name(),
                clock.timestamp()
                        .atZoneSameInstant(BusinessClock.ZONE)
                        .toLocalDateTime()
                        .withNano(0)
                        .toString()
                        .replace('T', ' '));
        return new Ready(
                called + ".pdf",
                new Paper(
                        language,
                        line.label(language),
                        facts(record, language),
                        sections(plan, record, language),
                        foot));
    }

    private static List<Paper.Fact> facts(RecordDetail record, String language) {
        boolean english = language.equals("en");
        var facts = new ArrayList<Paper.Fact>();
        add(facts, english ? "Number" : "编号", record.number());
        add(
                facts,
                english ? "Customer" : "客户",
                record.subject() == null ? null : record.subject().name());
        add(facts, english ? "Unit" : "单位", record.node().name());
        add(facts, english ? "Filled in by" : "填写人", record.createdBy().name());
        add(facts, english ? "Void because" : "作废原因", record.voidReason());
        return facts;
    }

    private static void add(List<Paper.Fact> facts, String name, @Nullable String text) {
        if (text != null) {
            facts.add(new Paper.Fact(name, text));
        }
    }

    private static List<Paper.Section> sections(FormPlan plan, RecordDetail record, String language) {
        var plain = new ArrayList<List<String>>();
        var sections = new ArrayList<Paper.Section>();
        Set<String> shown = record.fields().keySet();
        for (FormField field : plan.form().fields()) {
            Object value = record.values().get(field.code());
            if (!shown.contains(field.code()) || field.kind() == FieldKind.DESCRIPTION) {
                continue;
            }
            if (field.kind() == FieldKind.TABLE && value instanceof List<?> rows) {
                sections.add(table(field, rows, record.names(), language));
            } else if (field.kind() != FieldKind.TABLE) {
                plain.add(List.of(field.label().in(language), FieldText.of(field, value, language, record.names())));
            }
        }
        boolean english = language.equals("en");
        var head = List.of(english ? "Field" : "项目", english ? "Content" : "内容");
        sections.addFirst(new Paper.Section(
                "", english ? "Content" : "填写内容", List.of(new Paper.Paragraph("", "", new Paper.Grid(head, plain)))));
        return sections;
    }

    private static Paper.Section table(FormField field, List<?> rows, Map<String, String> names, String language) {
        List<String> head = field.columns().stream()
                .map(column -> column.label().in(language))
                .toList();
        List<List<String>> cells = rows.stream()
                .map(row -> field.columns().stream()
                        .map(column -> FieldText.of(
                                column, row instanceof Map<?, ?> map ? map.get(column.code()) : null, language, names))
                        .toList())
                .toList();
        return new Paper.Section(
                "", field.label().in(language), List.of(new Paper.Paragraph("", "", new Paper.Grid(head, cells))));
    }
}
