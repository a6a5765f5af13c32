package xindang.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Puts the blocks of all files together: numbers customers and accounts in the order of their first row, brings the rows
 * of an account together, and takes out duplicates. Rows of an account stay in file order, so the number of threads and
 * the size of blocks change nothing.
 */
final class Merge {

    private static final int WORTH_THREADS = 100_000;

    private final Run run;
    private final Block[] blocks;
    private final TextTable customers = new TextTable();
    private int[] nameTable = new int[1 << 9];
    private int[] nameId = new int[1 << 9];
    private final List<LocalAccounts> tables = new ArrayList<>();
    /** By table, the number of each of its customers; -1 where it has none yet. */
    private final List<int[]> numbers = new ArrayList<>();
    /** By block its table, and its place among the blocks of that table. */
    private final int[] tableOf;

    private final int[] placeOf;

    private int accounts;
    private int[] firstAccount = new int[1 << 9];
    private int[] nextAccount = new int[1 << 9];
    private int[] accountCustomer = new int[1 << 9];
    private short[] accountCurrency = new short[1 << 9];
    private int[] accountRows = new int[1 << 9];

    Merge(Run run) {
        this.run = run;
        this.blocks = run.blocks.toArray(Block[]::new);
        this.tableOf = new int[blocks.length];
        this.placeOf = new int[blocks.length];
    }

    Ledger merge() {
        long rows = 0;
        for (Block block : blocks) {
            rows += block.rows;
        }
        if (rows > Integer.MAX_VALUE - 64) {
            throw new IntakeProblem(IntakeProblem.Code.TOO_MANY_ROWS, Map.of());
        }
        boolean small = rows < WORTH_THREADS;
        numberAccounts(small);
        int[] start = new int[accounts + 1];
        for (int a = 0; a < accounts; a++) {
            start[a + 1] = start[a] + accountRows[a];
        }
        place(start);
        Columns columns = new Columns(start, (int) rows);
        // Threads take whole blocks; no two rows share a place.
        parallel(small, blocks.length, block -> columns.scatter(blocks[block]));
        int[] duplicates = new Duplicates(blocks, columns).remove(run.threads);
        return new Ledger(run, blocks, columns, this, duplicates);
    }

    /**
     * Numbers the accounts in the order of their first row. Each thread's table numbers its own first; a table met its blocks
     * in order, so an account is new in the block where its table met it first, and only those are looked at one by one.
     */
    private void numberAccounts(boolean small) {
        IdentityHashMap<CustomerTable, Integer> known = new IdentityHashMap<>();
        for (int i = 0; i < blocks.length; i++) {
            int table = known.computeIfAbsent(blocks[i].customers, customers -> {
                tables.add(new LocalAccounts(customers));
                return tables.size() - 1;
            });
            tableOf[i] = table;
            placeOf[i] = tables.get(table).add(blocks[i]);
        }
        parallel(small, tables.size(), table -> tables.get(table).number());
        for (LocalAccounts table : tables) {
            int[] none = new int[table.customers.texts().size()];
            Arrays.fill(none, -1);
            numbers.add(none);
        }
        for (int i = 0; i < blocks.length; i++) {
            LocalAccounts table = tables.get(tableOf[i]);
            for (int local = table.firstNew(placeOf[i]); local < table.firstNew(placeOf[i] + 1); local++) {
                int account = account(customer(tableOf[i], table.customer(local)), table.currency(local));
                accountRows[account] += table.rows(local);
                table.global(local, account);
            }
        }
    }

    private int customer(int table, int local) {
        int[] number = numbers.get(table);
        if (number[local] < 0) {
            number[local] = number(table, local);
        }
        return number[local];
    }

    private int number(int table, int local) {
        CustomerTable from = tables.get(table).customers;
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
        boolean first = nameTable[customer] < 0
                || tables.get(nameTable[customer]).customers.nameBlock(nameId[customer]) > block;
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

    /** Replaces each row's local account by its place among all rows. */
    private void place(int[] start) {
        int[] next = start.clone();
        for (int i = 0; i < blocks.length; i++) {
            LocalAccounts table = tables.get(tableOf[i]);
            int[] place = blocks[i].customer;
            for (int row = 0; row < blocks[i].rows; row++) {
                place[row] = next[table.global(place[row])]++;
            }
        }
    }

    /** Does something for each of many, by the threads of the run unless there is little to do. */
    private void parallel(boolean small, int count, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        try {
            Run.parallel(small ? 1 : run.threads, () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    work.accept(i);
                }
            });
        } catch (RuntimeException e) {
            throw e;
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
        return nameTable[customer] < 0
                ? null
                : tables.get(nameTable[customer]).customers.name(nameId[customer]);
    }
}
