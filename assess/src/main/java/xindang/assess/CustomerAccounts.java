package xindang.assess;

import xindang.intake.Ledger;

/** The accounts of each customer: one customer has one account per currency, and they need not stand side by side. */
final class CustomerAccounts {

    private final int[] start;
    private final int[] accounts;

    CustomerAccounts(Ledger ledger) {
        start = new int[ledger.customers() + 1];
        for (int account = 0; account < ledger.accounts(); account++) {
            start[ledger.customerOf(account) + 1]++;
        }
        for (int customer = 0; customer < ledger.customers(); customer++) {
            start[customer + 1] += start[customer];
        }
        accounts = new int[ledger.accounts()];
        int[] next = start.clone();
        for (int account = 0; account < ledger.accounts(); account++) {
            accounts[next[ledger.customerOf(account)]++] = account;
        }
    }

    /** Number of accounts of a customer. */
    int count(int customer) {
        return start[customer + 1] - start[customer];
    }

    /** The n-th account of a customer, in the order of their first rows. */
    int account(int customer, int n) {
        return accounts[start[customer] + n];
    }
}
