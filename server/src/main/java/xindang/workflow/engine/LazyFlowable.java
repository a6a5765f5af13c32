package xindang.workflow.engine;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.ExecutionListener;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Flowable itself (Flowable 引擎): without history, users, events, timers and threads of its own, within the transactions and connections
 * of requests. Touching this class loads it.
 */
final class LazyFlowable {

    private static final String SCHEMA = "flowable";

    private final RepositoryService repository;
    private final RuntimeService runtime;

    LazyFlowable(DataSource source, PlatformTransactionManager transactions, Stops stops) {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseType(AbstractEngineConfiguration.DATABASE_TYPE_POSTGRES);
        configuration.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        // By the names of its tables only: told the schema, it would change the search path of connections that are
        // ours.
        configuration.setDatabaseTablePrefix(SCHEMA + ".");
        configuration.setTablePrefixIsSchema(true);
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        // Its own way takes numbers in blocks by a connection of its own.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(calls(stops));
        ProcessEngine engine = configuration.buildProcessEngine();
        repository = engine.getRepositoryService();
        runtime = engine.getRuntimeService();
    }

    void deploy(UUID version, String name, String bpmn) {
        repository
                .createDeployment()
                .name(name)
                .addString(BpmnText.process(version) + ".bpmn20.xml", bpmn)
                .deploy();
    }

    void start(UUID flowCase, UUID version) {
        runtime.createProcessInstanceBuilder()
                .processDefinitionKey(BpmnText.process(version))
                .predefineProcessInstanceId(flowCase.toString())
                .start();
    }

    void proceed(UUID flowCase, String step) {
        var waiting = runtime.createExecutionQuery()
                .processInstanceId(flowCase.toString())
                .activityId(step)
                .singleResult();
        if (waiting == null) {
            throw new IllegalStateException("case " + flowCase + " does not wait at " + step);
        }
        runtime.trigger(waiting.getId());
    }

    void move(UUID flowCase, String from, String to) {
        runtime.createChangeActivityStateBuilder()
                .processInstanceId(flowCase.toString())
                .moveActivityIdTo(from, to)
                .changeState();
    }

    void cancel(UUID flowCase) {
        runtime.deleteProcessInstance(flowCase.toString(), "cancelled");
    }

    /** What a process calls at its nodes, by the names that {@link BpmnText} writes. */
    private static Map<Object, Object> calls(Stops stops) {
        ExecutionListener waits = at -> stops.waits(flowCase(at), at.getCurrentActivityId());
        ExecutionListener approves = at -> stops.ends(flowCase(at), true);
        ExecutionListener refuses = at -> stops.ends(flowCase(at), false);
        JavaDelegate branches =
                at -> at.setTransientVariable("way", stops.way(flowCase(at), at.getCurrentActivityId()));
        JavaDelegate passes = at -> stops.passes(flowCase(at), at.getCurrentActivityId());
        return Map.of("waits", waits, "approves", approves, "refuses", refuses, "branches", branches, "passes", passes);
    }

    private static UUID flowCase(DelegateExecution at) {
        return UUID.fromString(at.getProcessInstanceId());
    }
}
