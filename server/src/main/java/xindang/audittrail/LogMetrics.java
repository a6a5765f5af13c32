package xindang.audittrail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import xindang.audittrail.store.LogStore;

/** How far the signed log is behind (日志滞后), for whoever watches the server. */
@Component
class LogMetrics implements MeterBinder {

    private final LogStore store;

    LogMetrics(LogStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("xindang.log.lag", store, LogStore::secondsBehind)
                .description("Age of the oldest entry without a place in the signed log")
                .baseUnit("seconds")
                .register(registry);
    }
}
