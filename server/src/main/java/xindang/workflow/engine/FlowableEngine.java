package xindang.workflow.engine;

import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.engine.workflow.FlowDefinition;

/** The engine by Flowable (流程引擎实现), started when the first case or version needs it (docs/adr/0111). */
@Component
class FlowableEngine implements FlowEngine {

    private final Supplier<LazyFlowable> starter;
    private volatile @Nullable LazyFlowable flowable;

    FlowableEngine(
            DataSource appDataSource, PlatformTransactionManager transactionManager, ObjectProvider<Stops> stops) {
        this.starter = () -> new LazyFlowable(appDataSource, transactionManager, stops.getObject());
    }

    private LazyFlowable flowable() {
        LazyFlowable ready = flowable;
        if (ready != null) {
            return ready;
        }
        synchronized (this) {
            LazyFlowable made = flowable;
            if (made == null) {
                made = starter.get();
                flowable = made;
            }
            return made;
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void deploy(UUID version, String name, FlowDefinition flow) {
        flowable().deploy(version, name, BpmnText.of(version, name, flow));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(UUID flowCase, UUID version) {
        flowable().start(flowCase, version);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void proceed(UUID flowCase, String step) {
        flowable().proceed(flowCase, step);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(UUID flowCase, String from, String to) {
        flowable().move(flowCase, from, to);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(UUID flowCase) {
        flowable().cancel(flowCase);
    }

    @Override
    public boolean started() {
        return flowable != null;
    }
}
