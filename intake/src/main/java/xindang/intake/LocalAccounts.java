package xindang.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The accounts (customer × currency) among the rows that one reading thread met, numbered by that thread's own table, so
 * that threads need not wait for each other. {@link Merge} then gives each of them its number in the whole ledger.
 */
final class LocalAccounts {

    final CustomerTable customers;
    private final List<Block> blocks = new ArrayList<>();
    /** By block of this table the number of accounts met before it. */
    private int[] before = new int[0];

    private int size;
    private int[] first = new int[0];
    private int[] next = new int[1 << 9];
    private int[] customer = new int[1 << 9];
    private short[] currency = new short[1 << 9];
    private int[] rows = new int[1 << 9];
    private int[] global = new int[0];

    LocalAccounts(CustomerTable customers) {
        this.customers = customers;
    }

    /** Takes the next block of the table, in the order of the file; answers its place among them. */
    int add(Block block) {
        blocks.add(block);
        return blocks.size() - 1;
    }

    /** Replaces each row's customer by its local account. */
    void number() {
        first = new int[customers.texts().size()];
        Arrays.fill(first, -1);
        before = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            before[i] = size;
            Block block = blocks.get(i);
            for (int row = 0; row < block.rows; row++) {
                int account = account(block.customer[row], block.currency[row]);
                block.customer[row] = account;
                rows[account]++;
            }
        }
        before[blocks.size()] = size;
        global = new int[size];
    }

    private int account(int of, short in) {
        int last = -1;
        for (int a = first[of]; a >= 0; a = next[a]) {
            if (currency[a] == in) {
                return a;
            }
            last = a;
        }
        if (size == customer.length) {
            next = Arrays.copyOf(next, size * 2);
            customer = Arrays.copyOf(customer, size * 2);
            currency = Arrays.copyOf(currency, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        next[size] = -1;
        customer[size] = of;
        currency[size] = in;
        if (last < 0) {
            first[of] = size;
        } else {
            next[last] = size;
        }
        return size++;
    }

    /** The first account that the block at this place met first; those of the next block follow on. */
    int firstNew(int place) {
        return before[place];
    }

    int customer(int account) {
        return customer[account];
    }

    short currency(int account) {
        return currency[account];
    }

    int rows(int account) {
        return rows[account];
    }

    void global(int account, int number) {
        global[account] = number;
    }

    int global(int account) {
        return global[account];
    }
}
