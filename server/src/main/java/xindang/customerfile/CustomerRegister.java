package xindang.customerfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.customerfile.store.CustomerMerge;
import xindang.customerfile.store.CustomerStaging;
import xindang.customerfile.store.OverviewStore;
import xindang.identity.Competence;
import xindang.platform.access.Caller;

/**
 * Finds the credit files (客户信用档案) of many customers and opens those that are missing, each with party, gap-free number, key,
 * search words and overview. Works within the caller's transaction; whoever calls holds the company's import lock.
 */
@Service
public class CustomerRegister {

    private final CustomerStaging staging;
    private final CustomerMerge merge;
    private final OverviewStore overviews;
    private final Competence competence;
    private final ListTrail listTrail;

    CustomerRegister(
            CustomerStaging staging,
            CustomerMerge merge,
            OverviewStore overviews,
            Competence competence,
            ListTrail listTrail) {
        this.staging = staging;
        this.merge = merge;
        this.overviews = overviews;
        this.competence = competence;
        this.listTrail = listTrail;
    }

    /**
     * What became of the customers.
     *
     * @param files file of each customer, in the order given
     * @param created files that were opened, in the order of their numbers
     * @param firstNumber number of the first of them; empty if none
     * @param lastNumber number of the last
     */
    public record Found(List<UUID> files, List<UUID> created, String firstNumber, String lastNumber) {}

    /**
     * Finds or opens files. A customer is known by its key, else by number, else by credit code, else by its name where just
     * one file without another key has that.
     *
     * @param company company whose files they are
     * @param importId the import they come with
     * @param count number of customers
     * @param customers the customers by their place
     * @param today business date
     */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public Found bring(UUID company, UUID importId, int count, IntFunction<CustomerRow> customers, LocalDate today) {
        staging.stage(sink -> {
            for (int i = 0; i < count; i++) {
                sink.take(i, customers.apply(i));
            }
        });
        staging.find(company);
        CustomerStaging.Opened opened = staging.open(company, importId, today);
        return new Found(staging.files(count), opened.files(), opened.firstNumber(), opened.lastNumber());
    }

    /**
     * What is wrong with rows taken together and beside the files that are there: doubles, codes of somebody else, files that
     * whoever brings them in may not read, keepers who may not. Opens and changes nothing. Rows of {@code corrected} are judged
     * beside the good ones of {@code rows} only.
     *
     * @param by who brings them in
     */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.REQUIRES_NEW)
    public List<CustomerClash> clashes(Caller by, UUID company, CustomerRows rows, CustomerRows corrected) {
        staging.stage(rows);
        var clashes = new ArrayList<>(clashes(by, company));
        staging.stageMore(corrected);
        clashes.addAll(clashes(by, company));
        return clashes;
    }

    /** Finds the files of the staged rows, and leaves out those that cannot be what they say. */
    private List<CustomerClash> clashes(Caller by, UUID company) {
        staging.find(company);
        var clashes = new ArrayList<>(merge.clashes());
        clashes.addAll(merge.closed(company, by.id()));
        Set<UUID> active = Set.copyOf(merge.activeKeepers());
        for (CustomerMerge.Appointment one : merge.appointments()) {
            if (!active.contains(one.keeper())
                    || !competence.reach(one.keeper(), Keepers.READS).covers(company, one.department())) {
                clashes.addAll(merge.refused(one));
            }
        }
        merge.leaveOut(ordinals(clashes));
        return clashes;
    }

    private static List<Integer> ordinals(List<CustomerClash> clashes) {
        return clashes.stream().map(CustomerClash::ordinal).distinct().toList();
    }

    /**
     * What became of a list of customers.
     *
     * @param created files that were opened
     * @param known rows whose file was there
     * @param updated files among them that took over something
     * @param clashes rows that were left out: they clash with what others brought in since they were checked
     */
    public record Merged(List<UUID> created, long known, List<UUID> updated, List<CustomerClash> clashes) {}

    /**
     * Brings a list of customers in: opens the files that are missing, and lets the others take over what the rows tell. Rows
     * that clash with others are left out.
     *
     * @param by who brings them in; each file that changed says so in its trail
     */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public Merged merge(Caller by, UUID company, UUID importId, CustomerRows rows, LocalDate today) {
        staging.stage(rows);
        List<CustomerClash> clashes = clashes(by, company);
        CustomerStaging.Opened opened = staging.open(company, importId, today);
        List<UUID> updated = merge.update(company, importId);
        overviews.write(opened.files(), List.of());
        listTrail.brought(by, importId);
        return new Merged(opened.files(), staging.known(), updated, clashes);
    }

    /** Names of files that an import changed and somebody else since; it cannot be undone then. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public List<String> changedSince(UUID importId) {
        return merge.changedSince(importId);
    }

    /** Gives files back what they had before an import, and forgets the keys and search words it brought. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void restore(Caller by, UUID importId) {
        listTrail.takenBack(by, importId);
        merge.restore(importId);
        staging.forget(importId);
    }

    /**
     * Figures of one customer for the overview, in minor units of the currency.
     *
     * @param currency currency that lists show: CNY if there is such an account, else the first account's
     * @param digits digits of that currency
     * @param others JSON list of {@code {currency, open, overdue}} of the other accounts
     */
    public record Figures(
            UUID file, String currency, int digits, long open, long overdue, int maxDays, String others) {}

    /** Writes overviews: of new files, and of those whose figures changed. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void overview(List<UUID> created, Iterable<Figures> figures) {
        overviews.write(created, figures);
    }

    /** Writes what a run assessed of customers. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void assessed(LocalDate asOf, List<Appraisal> appraisals) {
        overviews.write(asOf, appraisals);
    }

    /** Notes that customers are not assessed any more: nothing is left to assess them by. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void notAssessed(List<UUID> files) {
        overviews.clear(files);
    }

    /**
     * Removes files that an import opened, with all that hangs on them, and gives their numbers back if they are the last ones
     * of the year; otherwise they stay void.
     *
     * @return names of files that somebody changed since or that others refer to; nothing is removed then
     */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public List<String> remove(UUID company, List<UUID> files) {
        List<String> changed = staging.changed(files);
        if (changed.isEmpty()) {
            staging.remove(company, files);
        }
        return changed;
    }
}
