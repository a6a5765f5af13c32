package xindang.platform.time;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Provides the clock everything is injected with. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClockConfiguration {

    @Bean
    Clock clock(@Value("${xindang.movable-clock:false}") boolean movable) {
        return movable ? new MovableClock() : Clock.systemUTC();
    }
}
