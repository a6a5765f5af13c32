package baseline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Wall and CPU seconds (user and system, all threads of the process) of a piece of work. */
public final class Clock {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long wall = System.nanoTime();
    private final long cpu = SYSTEM.getProcessCpuTime();

    /** Prints {@code sample SIDE wall cpu rssKiB}, the line that bench/run collects; 0 = not measured. */
    public void sample(String side) {
        System.out.printf(
                Locale.ROOT,
                "sample %s %.6f %.6f 0%n",
                side,
                (System.nanoTime() - wall) / 1e9,
                (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
    }

    /** Seconds of wall time so far. */
    public double seconds() {
        return (System.nanoTime() - wall) / 1e9;
    }
}
