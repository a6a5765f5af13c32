package xindang.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts the blocks of all files together: numbers customers and accounts in the order of their first row, brings the rows
 * of an account together, and takes out duplicates. Rows of an account stay in file order, so the number of threads and
 * the size of blocks change nothing.
 */
final class Merge {

    private final Run run;
    private final Block[] blocks;
    private final TextTable customers = new TextTable();
    private int[] nameTable = new int[1 << 9];
    private int[] nameId = new int[1 << 9];
    private final List<CustomerTable> tables = new ArrayList<>();
    private final List<int[]> numbers = new ArrayList<>();

    private int accounts;
    private int[] firstAccount = new int[1 << 9];
    private int[] nextAccount = new int[1 << 9];
    private int[] accountCustomer = new int[1 << 9];
    private short[] accountCurrency = new short[1 << 9];
    private int[] accountRows = new int[1 << 9];

    Merge(Run run) {
        this.run = run;
        this.blocks = run.blocks.toArray(Block[]::new);
    }

    Ledger merge() {
        long rows = 0;
        for (Block block : blocks) {
            rows += block.rows;
        }
        if (rows > Integer.MAX_VALUE - 64) {
            throw new IntakeProblem(IntakeProblem.Code.TOO_MANY_ROWS, Map.of());
        }
        numberAccounts();
        int[] start = new int[accounts + 1];
        for (int a = 0; a < accounts; a++) {
            start[a + 1] = start[a] + accountRows[a];
        }
        place(start);
        Columns columns = new Columns(start, (int) rows);
        scatter(columns);
        int[] duplicates = new Duplicates(blocks, columns).remove(run.threads);
        return new Ledger(run, blocks, columns, this, duplicates);
    }

    /** Replaces each row's customer by its account, in file order. */
    private void numberAccounts() {
        IdentityHashMap<CustomerTable, Integer> known = new IdentityHashMap<>();
        for (Block block : blocks) {
            Integer table = known.get(block.customers);
            if (table == null) {
                table = tables.size();
                known.put(block.customers, table);
                tables.add(block.customers);
                int[] none = new int[block.customers.texts().size()];
                Arrays.fill(none, -1);
                numbers.add(none);
            }
            int[] number = numbers.get(table);
            for (int row = 0; row < block.rows; row++) {
                int local = block.customer[row];
                if (number[local] < 0) {
                    number[local] = number(table, local);
                }
                int account = account(number[local], block.currency[row]);
                block.customer[row] = account;
                accountRows[account]++;
            }
        }
    }

    private int number(int table, int local) {
        CustomerTable from = tables.get(table);
        int before = customers.size();
        int customer = customers.internFrom(from.texts(), local);
        if (customer == firstAccount.length) {
            firstAccount = Arrays.copyOf(firstAccount, customer * 2);
            nameTable = Arrays.copyOf(nameTable, customer * 2);
            nameId = Arrays.copyOf(nameId, customer * 2);
        }
        if (customer == before) {
            firstAccount[customer] = -1;
            nameTable[customer] = -1;
        }
        int block = from.nameBlock(local);
        boolean first =
                nameTable[customer] < 0 || tables.get(nameTable[customer]).nameBlock(nameId[customer]) > block;
        if (block >= 0 && first) {
            nameTable[customer] = table;
            nameId[customer] = local;
        }
        return customer;
    }

    private int account(int customer, short currency) {
        int last = -1;
        for (int a = firstAccount[customer]; a >= 0; a = nextAccount[a]) {
            if (accountCurrency[a] == currency) {
                return a;
            }
            last = a;
        }
        if (accounts == accountCustomer.length) {
            nextAccount = Arrays.copyOf(nextAccount, accounts * 2);
            accountCustomer = Arrays.copyOf(accountCustomer, accounts * 2);
            accountCurrency = Arrays.copyOf(accountCurrency, accounts * 2);
            accountRows = Arrays.copyOf(accountRows, accounts * 2);
        }
        nextAccount[accounts] = -1;
        accountCustomer[accounts] = customer;
        accountCurrency[accounts] = currency;
        if (last < 0) {
            firstAccount[customer] = accounts;
        } else {
            nextAccount[last] = accounts;
        }
        return accounts++;
    }

    /** Replaces each row's account by its place among all rows. */
    private void place(int[] start) {
        int[] next = start.clone();
        for (Block block : blocks) {
            for (int row = 0; row < block.rows; row++) {
                block.customer[row] = next[block.customer[row]]++;
            }
        }
    }

    /** Copies rows to their places; threads take whole blocks, no two rows share a place. */
    private void scatter(Columns to) {
        AtomicInteger next = new AtomicInteger();
        try {
            Run.parallel(to.rows < 100_000 ? 1 : run.threads, () -> {
                for (int i = next.getAndIncrement(); i < blocks.length; i = next.getAndIncrement()) {
                    to.scatter(blocks[i]);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    TextTable customers() {
        return customers;
    }

    int accountCustomer(int account) {
        return accountCustomer[account];
    }

    short accountCurrency(int account) {
        return accountCurrency[account];
    }

    int accounts() {
        return accounts;
    }

    @org.jspecify.annotations.Nullable
    String customerName(int customer) {
        return nameTable[customer] < 0 ? null : tables.get(nameTable[customer]).name(nameId[customer]);
    }
}
