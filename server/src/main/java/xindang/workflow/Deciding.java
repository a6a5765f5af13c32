package xindang.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowStep;
import xindang.engine.workflow.FlowStep.Access;
import xindang.engine.workflow.SignMode;
import xindang.engine.workflow.Signing;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;
import xindang.workflow.engine.FlowEngine;
import xindang.workflow.store.ActStore;
import xindang.workflow.store.CaseStore;
import xindang.workflow.store.TaskStore;

/** Decides at a stop of a case (审批): the case is locked first, so whoever comes second is told who was first. */
@Service
public class Deciding {

    private final Tasks found;
    private final CaseStore cases;
    private final TaskStore tasks;
    private final ActStore acts;
    private final Versions versions;
    private final CaseRoute route;
    private final FlowEngine engine;
    private final FourEyes fourEyes;
    private final CaseNews news;
    private final Trail trail;
    private final BusinessClock clock;

    Deciding(
            Tasks found,
            CaseStore cases,
            TaskStore tasks,
            ActStore acts,
            Versions versions,
            CaseRoute route,
            FlowEngine engine,
            FourEyes fourEyes,
            CaseNews news,
            Trail trail,
            BusinessClock clock) {
        this.found = found;
        this.cases = cases;
        this.tasks = tasks;
        this.acts = acts;
        this.versions = versions;
        this.route = route;
        this.engine = engine;
        this.fourEyes = fourEyes;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a signer says (审批意见). */
    public enum Kind {
        /** Agrees; the starter: hands it in again. */
        AGREE,
        /** Refuses. */
        REFUSE,
        /** Sends it back to an earlier step. */
        RETURN
    }

    /**
     * A decision.
     *
     * @param reason why; needed for all but agreement
     * @param to step it goes back to
     * @param changes facts to change, by code
     * @param exception why the starter himself decides, where the house allows that
     */
    public record Decision(
            Kind kind,
            @Nullable String reason,
            @Nullable String to,
            Map<String, @Nullable Object> changes,
            @Nullable String exception) {

        /** Agreement and nothing else. */
        public static Decision agree(@Nullable String reason) {
            return new Decision(Kind.AGREE, reason, null, Map.of(), null);
        }
    }

    /**
     * Decides on a task.
     *
     * @throws Refusal 404 for a case out of sight, 403 for the task of another or one's own case, 409 if somebody was first or the case
     *     has ended, 422 for a decision that does not fit the step
     */
    @Transactional
    public FlowCase decide(Caller caller, UUID task, Decision decision) {
        Tasks.Held held = found.open(caller, task);
        if (decision.kind() != Kind.AGREE && decision.reason() == null) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("reason", "required"));
        }
        if (held.task().part().equals("starter")) {
            resubmit(caller, held, decision);
        } else {
            sign(caller, held, decision);
        }
        news.hint(List.of(caller.id()));
        return cases.find(held.flowCase().id()).orElseThrow();
    }

    /**
     * Agrees to a task without looking at the others, where its step is marked safe for that.
     *
     * @throws Refusal as {@link #decide}; 422 if the step is not marked
     */
    @Transactional
    public void agreeInBatch(Caller caller, UUID task, @Nullable String reason) {
        Tasks.Held held = found.open(caller, task);
        if (held.task().part().equals("starter")
                || !versions.approval(held.flowCase(), held.task().step()).safeForBatch()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("tasks", "not-safe"));
        }
        decide(caller, task, Decision.agree(reason));
    }

    private void resubmit(Caller caller, Tasks.Held held, Decision decision) {
        if (decision.kind() != Kind.AGREE) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("decision", "not-here"));
        }
        FlowCase flowCase = held.flowCase();
        Map<String, String> changes = change(flowCase, decision.changes(), fact -> true);
        tasks.decide(held.task().id(), "agreed", caller.id(), decision.reason(), clock.timestamp());
        note(caller, held, "resubmit", decision.reason(), null, changes);
        engine.proceed(flowCase.id(), FlowDefinition.START);
    }

    private void sign(Caller caller, Tasks.Held held, Decision decision) {
        FlowCase flowCase = held.flowCase();
        FlowTask task = held.task();
        FlowStep.Approve step = versions.approval(flowCase, task.step());
        fourEyes.check(
                caller,
                new FourEyes.Matter(flowCase.node().id(), "workflow.decide", flowCase.id(), flowCase.title()),
                flowCase.starter().id(),
                decision.exception());
        countLate(flowCase, task);
        switch (decision.kind()) {
            case AGREE -> {
                Map<String, String> changes =
                        change(flowCase, decision.changes(), fact -> step.access(fact) == Access.CHANGE);
                answer(caller, held, "agreed", "agree", decision.reason(), changes);
                settle(flowCase, task, step, decision.reason());
            }
            case REFUSE -> {
                answer(caller, held, "refused", "refuse", decision.reason(), Map.of());
                settle(flowCase, task, step, decision.reason());
            }
            case RETURN -> goBack(caller, held, step, decision);
        }
    }

    private void answer(
            Caller caller,
            Tasks.Held held,
            String state,
            String kind,
            @Nullable String reason,
            Map<String, String> changes) {
        tasks.decide(held.task().id(), state, caller.id(), reason, clock.timestamp());
        note(caller, held, kind, reason, null, changes);
    }

    /** Once a stop, however many signers were late at it. */
    private void countLate(FlowCase flowCase, FlowTask task) {
        if (task.due() != null
                && task.due().isBefore(clock.today())
                && tasks.of(flowCase.id(), flowCase.round()).stream()
                        .noneMatch(other -> other.decidedAt() != null && lateBy(other))) {
            cases.late(flowCase.id());
        }
    }

    private static boolean lateBy(FlowTask one) {
        return one.due() != null
                && one.decidedAt() != null
                && one.decidedAt()
                        .atZoneSameInstant(BusinessClock.ZONE)
                        .toLocalDate()
                        .isAfter(one.due());
    }

    /** Looks how the step stands now, and lets the case go on or end. */
    private void settle(FlowCase before, FlowTask answered, FlowStep.Approve step, @Nullable String reason) {
        openThose(before, step, answered);
        List<FlowTask> here = tasks.of(before.id(), before.round()).stream()
                .filter(one -> one.place() == answered.place())
                .toList();
        switch (Signing.of(step.mode(), here.stream().map(Tasks::signature).toList())) {
            case OPEN -> releaseRivals(answered, step, here);
            case AGREED -> {
                release(here);
                next(before, answered.place() + 1, step);
            }
            case REFUSED -> {
                route.end(cases.find(before.id()).orElseThrow(), "refused", null, reason);
                engine.cancel(before.id());
            }
        }
    }

    /** Whoever waited for this answer is asked now. */
    private void openThose(FlowCase flowCase, FlowStep.Approve step, FlowTask answered) {
        for (FlowTask other : tasks.of(flowCase.id(), flowCase.round())) {
            if (answered.id().equals(other.behind()) && other.state().equals("waits")) {
                tasks.open(other.id(), clock.timestamp(), other.due() == null ? route.due(step) : other.due());
                tell(flowCase, other);
            }
        }
    }

    /** Where the first one decides for all, the others need not answer while those he added do. */
    private void releaseRivals(FlowTask answered, FlowStep.Approve step, List<FlowTask> here) {
        if (step.mode() instanceof SignMode.Single && answered.part().equals("signer")) {
            release(here.stream().filter(one -> one.part().equals("signer")).toList());
        }
    }

    private void release(List<FlowTask> some) {
        some.stream().filter(FlowTask::pending).forEach(one -> {
            tasks.release(one.id());
            if (one.user() != null) {
                news.hint(List.of(one.user().id()));
            }
        });
    }

    private void next(FlowCase flowCase, int place, FlowStep.Approve step) {
        List<FlowTask> following = tasks.of(flowCase.id(), flowCase.round()).stream()
                .filter(one -> one.place() == place && one.behind() == null)
                .toList();
        if (following.isEmpty()) {
            engine.proceed(flowCase.id(), step.code());
            return;
        }
        for (FlowTask one : following) {
            tasks.open(one.id(), clock.timestamp(), route.due(step));
            tell(flowCase, one);
        }
    }

    private void tell(FlowCase flowCase, FlowTask task) {
        if (task.user() != null) {
            news.asked(flowCase, task.id(), List.of(task.user().id()));
        }
    }

    private void goBack(Caller caller, Tasks.Held held, FlowStep.Approve step, Decision decision) {
        String to = decision.to();
        if (to == null
                || held.task().part().equals("adviser")
                || !step.returnTo().contains(to)
                || !wasAt(held.flowCase(), to)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("to", "not-earlier"));
        }
        tasks.decide(held.task().id(), "returned", caller.id(), decision.reason(), clock.timestamp());
        note(caller, held, "return", decision.reason(), to, Map.of());
        release(tasks.of(held.flowCase().id(), held.flowCase().round()));
        engine.move(held.flowCase().id(), step.code(), to);
    }

    /** Only where the case has been, not on a way of a branch that it did not go. */
    private boolean wasAt(FlowCase flowCase, String step) {
        return step.equals(FlowDefinition.START)
                || tasks.of(flowCase.id()).stream().anyMatch(one -> one.step().equals(step));
    }

    private Map<String, String> change(
            FlowCase flowCase, Map<String, @Nullable Object> changes, Predicate<String> allowed) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        changes.keySet().stream()
                .filter(fact -> !allowed.test(fact))
                .findFirst()
                .ifPresent(fact -> {
                    throw Refusal.of(Code.INVALID_FIELDS, Reason.field("changes", "not-changeable"));
                });
        var after = new HashMap<String, @Nullable Object>(flowCase.facts());
        after.putAll(changes);
        Map<String, Object> kept = FactValues.of(versions.of(flowCase.version()), after);
        var told = new TreeMap<String, String>();
        changes.keySet().stream()
                .filter(fact -> !String.valueOf(flowCase.facts().get(fact)).equals(String.valueOf(kept.get(fact))))
                .forEach(fact -> told.put(fact, text(flowCase.facts().get(fact)) + " → " + text(kept.get(fact))));
        cases.put(flowCase.id(), kept);
        return told;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "—" : value.toString();
    }

    private void note(
            Caller caller,
            Tasks.Held held,
            String kind,
            @Nullable String reason,
            @Nullable String to,
            Map<String, String> changes) {
        FlowCase flowCase = held.flowCase();
        var done = ActStore.Done.of(
                        flowCase.id(), flowCase.node().id(), held.task().step(), kind, caller.id())
                .about(held.task().id(), held.lender())
                .because(reason)
                .changing(changes);
        acts.insert(to == null ? done : done.towards(to), clock.timestamp());
        var basis = new HashMap<String, String>(Map.of("step", held.task().step()));
        if (reason != null) {
            basis.put("reason", reason);
        }
        if (to != null) {
            basis.put("to", to);
        }
        if (held.lenderName() != null) {
            basis.put("onBehalfOf", held.lenderName());
        }
        trail.record(
                caller,
                Act.of(flowCase.node().id(), "workflow." + kind, "flow-case", flowCase.id(), flowCase.title())
                        .with(changes.entrySet().stream()
                                .map(one -> new Change(
                                        "facts." + one.getKey(),
                                        one.getValue().split(" → ", 2)[0],
                                        one.getValue().split(" → ", 2)[1]))
                                .toList())
                        .basedOn(basis));
    }
}
