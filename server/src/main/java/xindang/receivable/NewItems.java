package xindang.receivable;

import java.util.List;
import java.util.UUID;
import xindang.intake.Ledger;

/**
 * Items of a ledger to be brought in (待入账的应收项目).
 *
 * @param ledger the ledger
 * @param files credit file of each customer of the ledger
 * @param settlements whether the ledger tells what is settled; otherwise known items keep what they have
 * @param disputes whether the ledger tells what is disputed
 */
public record NewItems(Ledger ledger, List<UUID> files, boolean settlements, boolean disputes) {}
