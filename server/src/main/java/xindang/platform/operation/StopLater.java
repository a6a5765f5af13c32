package xindang.platform.operation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Waits before the server stops listening (延迟停止). By then readiness is false already: what spreads requests over several
 * servers has the time to notice and sends no more.
 */
@Component
final class StopLater implements SmartLifecycle {

    private final Duration delay;
    private volatile boolean running;

    StopLater(@Value("${xindang.stop-delay:0}") long seconds) {
        this.delay = Duration.ofSeconds(seconds);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        long end = System.nanoTime() + delay.toNanos();
        while (running && System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
