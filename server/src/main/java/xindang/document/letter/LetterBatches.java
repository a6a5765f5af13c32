package xindang.document.letter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.document.LinkedObjects.Linked;
import xindang.document.letter.store.LetterStore;
import xindang.document.letter.store.LetterStore.Why;
import xindang.platform.access.Caller;
import xindang.platform.jobs.Job;
import xindang.platform.jobs.Jobs;
import xindang.platform.jobs.Progress;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.time.BusinessClock;

/**
 * Letters to many files at once (批量函件), as a job: some at a time in a transaction, so that what was cut off keeps what it had made. Who got a
 * letter of the template today gets none again, so a batch that was cut off is simply begun anew.
 */
@Service
public class LetterBatches {

    /** More are chosen by mistake, or need a print shop. */
    public static final int MOST = 20_000;

    /** Letters that share a subset of the font, and a transaction. */
    private static final int AT_ONCE = 50;

    private final Letters letters;
    private final LetterStore store;
    private final Jobs jobs;
    private final Trail trail;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    LetterBatches(
            Letters letters,
            LetterStore store,
            Jobs jobs,
            Trail trail,
            BusinessClock clock,
            @Qualifier("transactionManager") PlatformTransactionManager transactions) {
        this.letters = letters;
        this.store = store;
        this.jobs = jobs;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins letters to files of one company.
     *
     * @throws Refusal 404 for a template out of reach, 409 if it is retired, 422 for nobody or too many
     */
    @Transactional
    public Job start(Caller caller, UUID company, UUID template, List<UUID> files) {
        if (files.isEmpty()) {
            throw Refusal.of(LetterProblem.LETTER_NOBODY);
        }
        if (files.size() > MOST) {
            throw Refusal.of(LetterProblem.LETTER_TOO_MANY);
        }
        LetterTemplate of = letters.usable(caller, template);
        UUID batch = store.newId();
        trail.record(
                caller,
                Act.of(company, "document.make-letters", "letter-batch", batch, of.name())
                        .basedOn(Map.of(
                                "template", of.code() + " " + of.version(), "files", String.valueOf(files.size()))));
        return jobs.submit(
                caller,
                company,
                "document.letters",
                of.name(),
                progress -> new Run(caller, company, of, batch).all(List.copyOf(files), progress));
    }

    private final class Run {

        private final Caller caller;
        private final UUID company;
        private final LetterTemplate of;
        private final UUID batch;
        private long made;
        private long leftOut;

        Run(Caller caller, UUID company, LetterTemplate of, UUID batch) {
            this.caller = caller;
            this.company = company;
            this.of = of;
            this.batch = batch;
        }

        Job.Result all(List<UUID> files, Progress progress) {
            progress.total(files.size());
            for (int from = 0; from < files.size(); from += AT_ONCE) {
                List<UUID> some = files.subList(from, Math.min(files.size(), from + AT_ONCE));
                transaction.executeWithoutResult(_ -> some(some));
                progress.done(from + (long) some.size());
            }
            return new Job.Result(
                    "/letters?batch=" + batch, Map.of("made", made, "leftOut", leftOut, "template", of.name()));
        }

        private void some(List<UUID> files) {
            Set<UUID> having = store.having(files, of.id(), clock.today());
            List<UUID> without =
                    files.stream().filter(file -> !having.contains(file)).toList();
            List<Linked> open = letters.open(caller, without).stream()
                    .filter(file -> file.company().equals(company))
                    .toList();
            for (Letters.Outcome outcome : letters.make(caller, of, open, batch)) {
                if (outcome.letter() != null) {
                    made++;
                } else {
                    leftOut(outcome.file(), outcome.obstacles());
                }
            }
            open.stream().map(Linked::id).forEach(having::add);
            leftOut += files.stream().filter(file -> !having.contains(file)).count();
        }

        private void leftOut(Linked file, List<Why> why) {
            store.leftOut(batch, company, new LetterStore.LeftOut(new NamedRef(file.id(), file.name()), why));
            leftOut++;
        }
    }
}
