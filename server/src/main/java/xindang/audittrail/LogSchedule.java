package xindang.audittrail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks twice a second whether entries wait for their places (编号周期), so that each has one within a second. */
@Component
class LogSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(LogSchedule.class);

    private final LogSequencer sequencer;
    private boolean failing;

    LogSchedule(LogSequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Scheduled(fixedDelay = 500)
    void seal() {
        try {
            while (sequencer.seal() == LogSequencer.AT_ONCE) {
                // As many again may wait.
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Entries of the trail cannot be numbered and signed for the time being", e);
            }
            failing = true;
        }
    }
}
