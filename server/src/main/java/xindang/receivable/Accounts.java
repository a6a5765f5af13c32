package xindang.receivable;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import xindang.engine.receivable.ReceivableColumns;

/**
 * Receivables of some accounts (客户 × 币种) as the engine takes them, with whose they are. The accounts of one customer stand
 * side by side in the order in which they came.
 *
 * @param columns the items
 * @param files credit file of each account
 * @param currencies currency of each account
 */
public record Accounts(ReceivableColumns columns, List<UUID> files, List<Currency> currencies) {

    /** Copies the lists. */
    public Accounts {
        files = List.copyOf(files);
        currencies = List.copyOf(currencies);
    }

    /** Number of accounts. */
    public int size() {
        return files.size();
    }
}
