package xindang.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.engine.assessment.DunningRecord;
import xindang.engine.collection.DunningFacts;
import xindang.engine.collection.DunningFinding;
import xindang.engine.collection.DunningRules;
import xindang.engine.decision.DecisionRecord;
import xindang.engine.money.Money;
import xindang.engine.receivable.Receivable;
import xindang.engine.receivable.ReceivableColumns;
import xindang.intake.Ledger;

/** Asks the dunning rules about every overdue item of an account and writes the dunning list. */
final class DunningWriter {

    static final List<String> COLUMNS = List.of(
            "customer", "name", "currency", "invoice", "due", "open", "daysPastDue", "rung", "role", "basis", "rule");

    private final CustomerWriter.AssessInput input;
    private final ChunkOutput out;
    private final List<DecisionRecord> records = new ArrayList<>();

    DunningWriter(CustomerWriter.AssessInput input, ChunkOutput out) {
        this.input = input;
        this.out = out;
    }

    /** Judges the overdue items of an account. */
    void account(String customer, String name, int account, Optional<String> grade) {
        ReceivableColumns rows = input.ledger().receivables();
        Currency currency = input.ledger().currencyOf(account);
        for (int row = rows.start(account); row < rows.start(account + 1); row++) {
            long open = rows.open(row, input.day());
            int days = Receivable.daysPastDue(rows.due(row), input.day());
            if (open != 0 && days > 0) {
                var facts = new DunningFacts(new Money(currency, open), days, rows.disputed(row), grade);
                item(customer, name, row, facts);
            }
        }
    }

    private void item(String customer, String name, int row, DunningFacts facts) {
        DunningFinding finding = DunningRules.check(
                input.policies().dunningRules(), facts, input.policies().collection(), input.asOf());
        if (finding instanceof DunningFinding.Reached reached) {
            line(customer, name, row, facts, reached);
        }
        if (input.run().isPresent()) {
            records.add(DunningRecord.of(customer, item(row), facts, finding));
        }
    }

    private void line(String customer, String name, int row, DunningFacts facts, DunningFinding.Reached reached) {
        Ledger ledger = input.ledger();
        out.dunning
                .field(customer)
                .field(name)
                .field(facts.open().currency().getCurrencyCode())
                .field(ledger.invoice(row))
                .field(LocalDate.ofEpochDay(ledger.receivables().due(row)).toString())
                .code(facts.open().decimal())
                .field(facts.daysPastDue())
                .field(reached.rung().code())
                .field(reached.rung().role())
                .field("by age")
                .field(reached.reason().rule().toString())
                .end();
        out.tally.dunned(
                facts.open().currency().getCurrencyCode(),
                reached.rung().code(),
                facts.open().minor());
    }

    private Map<String, Object> item(int row) {
        Ledger ledger = input.ledger();
        var item = new HashMap<String, Object>();
        item.put("invoice", ledger.invoice(row));
        item.put("due", LocalDate.ofEpochDay(ledger.receivables().due(row)));
        return item;
    }

    /** Writes the records of the items judged since the last call. */
    void records() {
        for (DecisionRecord record : records) {
            out.decision(record, input.run().orElseThrow());
        }
        records.clear();
    }
}
