package xindang.receivable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.ReceivableColumns;
import xindang.intake.Ledger;
import xindang.receivable.store.AccountStore;
import xindang.receivable.store.ItemReader;
import xindang.receivable.store.ItemStaging;
import xindang.receivable.store.ItemUndo;

/**
 * Brings the items of ledgers into the book and takes them out again (应收入账与撤销). Works within the caller's transaction;
 * whoever calls holds the company's import lock, and notes afterwards that the ledger changed.
 */
@Service
public class ItemBook {

    private final ItemStaging staging;
    private final ItemReader reader;
    private final ItemUndo undo;
    private final AccountStore accounts;

    ItemBook(ItemStaging staging, ItemReader reader, ItemUndo undo, AccountStore accounts) {
        this.staging = staging;
        this.reader = reader;
        this.undo = undo;
        this.accounts = accounts;
    }

    /**
     * What became of the items.
     *
     * @param added items that were not there
     * @param updated items whose settlement, dispute or day of issue changed
     * @param unchanged items that were there as they are
     * @param figures figures of all accounts touched
     */
    public record Booked(long added, long updated, long unchanged, List<AccountFigures> figures) {}

    /**
     * Brings items in. Those of customers without any item go straight into the table; the others are compared first: an item
     * is known by file, currency, key, due day and amount.
     *
     * @param today business date the accounts are measured at
     * @param rows told how many rows are written so far
     */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public Booked bring(ItemOrigin origin, NewItems items, LocalDate today, LongConsumer rows) {
        UUID company = origin.company();
        Ledger ledger = items.ledger();
        Set<UUID> known = accounts.files(company);
        var seen = new HashSet<UUID>();
        boolean[] compared = new boolean[ledger.customers()];
        for (int customer = 0; customer < compared.length; customer++) {
            // Two names of one customer in a ledger must not bring an item twice.
            if (!seen.add(items.files().get(customer))) {
                known.add(items.files().get(customer));
            }
        }
        for (int customer = 0; customer < compared.length; customer++) {
            compared[customer] = known.contains(items.files().get(customer));
        }
        long added = staging.add(origin, items, compared, rows);
        long staged = staging.stage(items, compared, written -> rows.accept(added + written));
        long inserted = 0;
        long updated = 0;
        List<AccountFigures> figures = measure(items, compared, today);
        if (staged > 0) {
            inserted = staging.insert(origin);
            updated = staging.change(company, origin.importId(), items.settlements(), items.disputes());
            figures.addAll(measured(company, ItemReader.STAGED, today));
        }
        accounts.write(company, today, figures);
        return new Booked(added + inserted, updated, staged - inserted - updated, figures);
    }

    /** Measures what went straight into the table, as it stands in the ledger. */
    private static List<AccountFigures> measure(NewItems items, boolean[] compared, LocalDate today) {
        Ledger ledger = items.ledger();
        var figures = new ArrayList<AccountFigures>();
        var measures = new AccountMeasures(AgeingSchedule.STANDARD, ReceivableColumns.day(today));
        for (int account = 0; account < ledger.accounts(); account++) {
            int customer = ledger.customerOf(account);
            if (!compared[customer]
                    && ledger.receivables().start(account)
                            < ledger.receivables().start(account + 1)) {
                measures.measure(ledger.receivables(), account, null);
                figures.add(AccountFigures.of(items.files().get(customer), ledger.currencyOf(account), measures));
            }
        }
        return figures;
    }

    private List<AccountFigures> measured(UUID company, String files, LocalDate today) {
        var figures = new ArrayList<AccountFigures>();
        var measures = new AccountMeasures(AgeingSchedule.STANDARD, ReceivableColumns.day(today));
        reader.read(company, files, today, chunk -> {
            for (int account = 0; account < chunk.size(); account++) {
                measures.measure(chunk.columns(), account, null);
                figures.add(AccountFigures.of(
                        chunk.files().get(account), chunk.currencies().get(account), measures));
            }
        });
        return figures;
    }

    /** Writes the figures of accounts as a run over the whole company measured them. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void figures(UUID company, LocalDate asOf, List<AccountFigures> figures) {
        accounts.write(company, asOf, figures);
    }

    /** Reads all accounts of a company, some thousand at a time, customer by customer. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void read(UUID company, LocalDate asOf, java.util.function.Consumer<Accounts> chunks) {
        reader.read(company, ItemReader.ALL, asOf, chunks);
    }

    /**
     * Whether an import can be undone.
     *
     * @return what depends on it: invoices changed since, at most ten; empty if nothing does
     */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public List<String> dependents(UUID company, UUID importId, List<UUID> created) {
        return undo.dependents(company, importId, created);
    }

    /** Takes an import out again: removes its items, restores those it changed, and measures the accounts touched. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public List<AccountFigures> undo(UUID company, UUID importId, LocalDate today) {
        undo.undo(company, importId);
        List<AccountFigures> figures = measured(company, ItemReader.STAGED, today);
        accounts.write(company, today, figures);
        figures.addAll(accounts.removeEmpty());
        return figures;
    }
}
