package xindang.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Date and time as business sees them (业务日期): a command asks once at its start and uses nothing else. The zone is that of
 * the companies, Asia/Shanghai.
 */
@Component
public class BusinessClock {

    /** Zone of business dates. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final boolean demo;

    BusinessClock(Clock clock, @Value("${xindang.movable-clock:false}") boolean demo) {
        this.clock = clock;
        this.demo = demo;
    }

    /** Whether this is a demonstration or a test, whose clock may be moved. */
    public boolean isDemo() {
        return demo;
    }

    /** The present instant. */
    public Instant now() {
        return clock.instant();
    }

    /** The present instant, as the database takes it. */
    public OffsetDateTime timestamp() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Today's business date. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
