package xindang.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.document.store.SweepStore;

/**
 * Removes contents that no version names (清理无主内容): a server that ended between the file and its row leaves one behind. It waits
 * some time first, as an upload at work has its content before its row.
 */
@Service
public class ContentSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ContentSweep.class);
    private static final Duration GRACE = Duration.ofHours(24);

    private final ContentStore contents;
    private final SweepStore store;
    private final TransactionTemplate transaction;

    ContentSweep(
            ContentStore contents,
            SweepStore store,
            @Qualifier("engineTransactions") PlatformTransactionManager transactions) {
        this.contents = contents;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks twice a day. */
    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT10M")
    void sweep() {
        int removed = sweep(GRACE);
        if (removed > 0) {
            LOG.info("{} contents that no document names were removed", removed);
        }
    }

    /**
     * Removes what no version names.
     *
     * @param grace so long a content may be without one
     * @return how many were removed
     */
    public int sweep(Duration grace) {
        Integer removed = transaction.execute(_ -> {
            store.lock();
            try {
                // The machine's own time, as that of files is.
                return contents.sweep(Instant.now().minus(grace), sha256 -> !store.isNamed(sha256));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return removed == null ? 0 : removed;
    }
}
