package xindang.workflow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.Competence;
import xindang.identity.User;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.time.BusinessClock;
import xindang.workflow.store.ActStore;
import xindang.workflow.store.TaskStore;

/** Brings other people into a stop of a case (加签、委派、转办); whoever started the case is never one of them. */
@Service
public class Signers {

    /** Right to give tasks of others to somebody else. */
    static final String MANAGES = "workflow.manage";

    private final Tasks found;
    private final TaskStore tasks;
    private final ActStore acts;
    private final Competence competence;
    private final CaseNews news;
    private final Trail trail;
    private final BusinessClock clock;

    Signers(
            Tasks found,
            TaskStore tasks,
            ActStore acts,
            Competence competence,
            CaseNews news,
            Trail trail,
            BusinessClock clock) {
        this.found = found;
        this.tasks = tasks;
        this.acts = acts;
        this.competence = competence;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Adds somebody whose agreement is needed as well.
     *
     * @param before whether he is asked before the caller; else after him
     * @throws Refusal as {@link Deciding#decide}; 422 for a person who cannot be asked
     */
    @Transactional
    public void add(Caller caller, UUID task, UUID person, boolean before, String reason) {
        Tasks.Held held = signing(caller, task);
        NamedRef user = askable(held, person);
        UUID added = give(held, "added", user, before ? null : held.task().id(), before);
        if (before) {
            tasks.wait(task, added);
        }
        note(caller, held, "add-signer", before ? "before" : "after", user, reason);
    }

    /**
     * Asks somebody for his opinion; the caller decides himself afterwards.
     *
     * @throws Refusal as {@link #add}
     */
    @Transactional
    public void delegate(Caller caller, UUID task, UUID person, String reason) {
        Tasks.Held held = signing(caller, task);
        NamedRef user = askable(held, person);
        UUID asked = give(held, "adviser", user, null, true);
        tasks.wait(task, asked);
        note(caller, held, "delegate", null, user, reason);
    }

    /**
     * Gives a task to somebody else for good: one's own, or as somebody who manages flows any task, also one that nobody has.
     *
     * @throws Refusal as {@link #add}
     */
    @Transactional
    public void handOver(Caller caller, UUID task, UUID person, String reason) {
        Tasks.Held held = found.any(caller, task);
        boolean manages = caller.holds(MANAGES, held.flowCase().node().id());
        if (!manages) {
            held = found.open(caller, task);
        }
        if (held.task().part().equals("starter")) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("user", "not-here"));
        }
        NamedRef user = askable(held, person);
        NamedRef before = held.task().user();
        tasks.handOver(task, person, "handed-over");
        note(caller, held, "hand-over", null, user, reason);
        if (before != null) {
            news.hint(List.of(before.id()));
        }
        news.asked(held.flowCase(), task, List.of(person));
    }

    private Tasks.Held signing(Caller caller, UUID task) {
        Tasks.Held held = found.open(caller, task);
        if (!held.task().part().equals("signer") && !held.task().part().equals("added")) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("user", "not-here"));
        }
        return held;
    }

    private NamedRef askable(Tasks.Held held, UUID person) {
        if (person.equals(held.flowCase().starter().id())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("user", "starter"));
        }
        boolean asked = tasks.of(held.flowCase().id(), held.flowCase().round()).stream()
                .anyMatch(one -> one.pending() && one.asks(person));
        if (asked) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("user", "asked-already"));
        }
        User user = competence
                .staying(person)
                .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("user", "unknown")));
        return new NamedRef(user.id(), user.name());
    }

    private UUID give(Tasks.Held held, String part, NamedRef user, @Nullable UUID behind, boolean open) {
        FlowTask task = held.task();
        UUID given = tasks.insert(
                new TaskStore.Fresh(
                        held.flowCase().id(),
                        held.flowCase().node().id(),
                        task.step(),
                        task.round(),
                        task.place(),
                        part,
                        user.id(),
                        part.equals("added") ? "added" : "opinion",
                        behind,
                        open,
                        task.due()),
                clock.timestamp());
        if (open) {
            news.asked(held.flowCase(), given, List.of(user.id()));
        }
        return given;
    }

    private void note(
            Caller caller, Tasks.Held held, String kind, @Nullable String target, NamedRef user, String reason) {
        FlowCase flowCase = held.flowCase();
        var done = ActStore.Done.of(
                        flowCase.id(), flowCase.node().id(), held.task().step(), kind, caller.id())
                .about(held.task().id(), held.lender())
                .because(reason)
                .with(List.of(user.id()));
        acts.insert(target == null ? done : done.towards(target), clock.timestamp());
        news.hint(List.of(caller.id()));
        trail.record(
                caller,
                Act.of(flowCase.node().id(), "workflow." + kind, "flow-case", flowCase.id(), flowCase.title())
                        .basedOn(Map.of("step", held.task().step(), "user", user.name(), "reason", reason)));
    }
}
