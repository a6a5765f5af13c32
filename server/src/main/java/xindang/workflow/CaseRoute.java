package xindang.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import xindang.calendar.WorkingCalendar;
import xindang.engine.calendar.Deadline;
import xindang.engine.calendar.Shift;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowStep;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.platform.time.BusinessClock;
import xindang.workflow.engine.Stops;
import xindang.workflow.store.ActStore;
import xindang.workflow.store.CaseStore;
import xindang.workflow.store.TaskStore;

/** What happens where a case comes by (流程途经): people are asked, conditions looked at, copies sent, actions done. */
@Component
class CaseRoute implements Stops {

    private static final List<Signatories.Group> NOBODY = List.of(new Signatories.Group(List.of(), "nobody"));

    private final CaseStore cases;
    private final TaskStore tasks;
    private final ActStore acts;
    private final Versions versions;
    private final Signatories signatories;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final CaseNews news;
    private final Map<String, CaseOutcome> outcomes;
    private final ObjectProvider<FlowAction> actions;
    private final BusinessClock clock;

    CaseRoute(
            CaseStore cases,
            TaskStore tasks,
            ActStore acts,
            Versions versions,
            Signatories signatories,
            Organisation organisation,
            WorkingCalendar calendar,
            CaseNews news,
            List<CaseOutcome> outcomes,
            ObjectProvider<FlowAction> actions,
            BusinessClock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.acts = acts;
        this.versions = versions;
        this.signatories = signatories;
        this.organisation = organisation;
        this.calendar = calendar;
        this.news = news;
        this.outcomes = outcomes.stream().collect(Collectors.toMap(CaseOutcome::objectKind, Function.identity()));
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public void waits(UUID id, String step) {
        FlowCase flowCase = cases.find(id).orElseThrow();
        int round = flowCase.round() + 1;
        if (!step.equals(FlowDefinition.START)) {
            cases.stop(id, step, round);
            ask(flowCase, round, versions.approval(flowCase, step));
        } else if (flowCase.round() > 0) {
            cases.stop(id, step, round);
            UUID starter = flowCase.starter().id();
            UUID task = tasks.insert(
                    new TaskStore.Fresh(
                            id, flowCase.node().id(), step, round, 0, "starter", starter, "starter", null, true, null),
                    clock.timestamp());
            news.returned(flowCase, task);
        }
    }

    private void ask(FlowCase flowCase, int round, FlowStep.Approve step) {
        LocalDate due = due(step);
        int place = 0;
        List<Signatories.Group> groups = signatories.of(step.who(), asked(flowCase));
        for (Signatories.Group group : groups.isEmpty() ? NOBODY : groups) {
            List<UUID> people = group.people().stream()
                    .filter(one -> !one.equals(flowCase.starter().id()))
                    .toList();
            if (people.isEmpty()) {
                give(flowCase, round, place, step, null, "nobody", due);
            }
            for (UUID person : people) {
                UUID task = give(flowCase, round, place, step, person, group.why(), due);
                if (place == 0) {
                    news.asked(flowCase, task, List.of(person));
                }
            }
            place++;
        }
    }

    private UUID give(
            FlowCase flowCase,
            int round,
            int place,
            FlowStep.Approve step,
            @Nullable UUID person,
            String why,
            @Nullable LocalDate due) {
        return tasks.insert(
                new TaskStore.Fresh(
                        flowCase.id(),
                        flowCase.node().id(),
                        step.code(),
                        round,
                        place,
                        "signer",
                        person,
                        why,
                        null,
                        place == 0,
                        place == 0 ? due : null),
                clock.timestamp());
    }

    /** The last day of a step that is asked today; null without an allowance. */
    @Nullable
    LocalDate due(FlowStep.Approve step) {
        return step.within().map(this::after).orElse(null);
    }

    private LocalDate after(Deadline allowance) {
        return calendar.deadline(clock.today(), allowance, Shift.NONE).last();
    }

    /** Of whom signers of a case are sought. */
    Signatories.Asked asked(FlowCase flowCase) {
        UUID starter = flowCase.starter().id();
        UUID home = organisation
                .user(starter)
                .map(User::node)
                .orElse(flowCase.node().id());
        return new Signatories.Asked(flowCase.node().id(), starter, home, flowCase.chosen(), flowCase.facts());
    }

    @Override
    public String way(UUID id, String branch) {
        FlowCase flowCase = cases.find(id).orElseThrow();
        FlowDefinition flow = versions.of(flowCase.version());
        return way(flow, branch, flowCase.facts());
    }

    /** Which way facts lead at a branch. */
    static String way(FlowDefinition flow, String branch, Map<String, Object> facts) {
        if (flow.step(branch).orElseThrow() instanceof FlowStep.Branch found) {
            return found.arms().stream()
                    .filter(arm -> Conditions.holds(flow, arm.when(), facts))
                    .map(FlowStep.Arm::code)
                    .findFirst()
                    .orElse(OTHERWISE);
        }
        throw new IllegalStateException("no branch: " + branch);
    }

    @Override
    public void passes(UUID id, String step) {
        FlowCase flowCase = cases.find(id).orElseThrow();
        var done = ActStore.Done.of(id, flowCase.node().id(), step, "copy", null);
        switch (versions.of(flowCase.version()).step(step).orElseThrow()) {
            case FlowStep.Copy copy -> {
                List<UUID> people = signatories.everybody(copy.who(), asked(flowCase));
                news.copied(flowCase, people);
                acts.insert(done.with(people), clock.timestamp());
            }
            case FlowStep.Act act -> {
                action(act.action()).orElseThrow().run(flowCase);
                acts.insert(
                        ActStore.Done.of(id, flowCase.node().id(), step, "action", null)
                                .towards(act.action()),
                        clock.timestamp());
            }
            default -> throw new IllegalStateException("nothing to do at step " + step);
        }
    }

    private Optional<FlowAction> action(String name) {
        return actions.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Names of all actions. */
    List<String> actionNames() {
        return actions.stream().map(FlowAction::name).sorted().toList();
    }

    @Override
    public void ends(UUID id, boolean approved) {
        end(cases.find(id).orElseThrow(), approved ? "approved" : "refused", null, null);
    }

    /** A case ends; what is still asked need not be answered. */
    void end(FlowCase flowCase, String outcome, @Nullable UUID by, @Nullable String reason) {
        var told = new ArrayList<UUID>();
        for (FlowTask task : tasks.of(flowCase.id())) {
            if (task.pending()) {
                tasks.release(task.id());
                if (task.user() != null) {
                    told.add(task.user().id());
                }
            }
        }
        cases.end(flowCase.id(), outcome, by, reason, clock.timestamp());
        acts.insert(
                ActStore.Done.of(flowCase.id(), flowCase.node().id(), flowCase.at(), "end", null)
                        .towards(outcome),
                clock.timestamp());
        CaseOutcome listener = outcomes.get(flowCase.objectKind());
        if (listener != null) {
            listener.ended(cases.find(flowCase.id()).orElseThrow());
        }
        news.ended(flowCase, outcome);
        news.hint(told);
    }
}
