package xindang.workflow;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * What one person is asked at one stop of a case (流程任务).
 *
 * @param round stop it belongs to
 * @param place its place where signers come one after another
 * @param part {@code signer}, {@code added}, {@code adviser} or {@code starter}
 * @param user who is asked; null where the flow found nobody
 * @param why why he is asked, such as {@code role:credit-manager}
 * @param state {@code waits}, {@code open}, {@code agreed}, {@code refused}, {@code returned} or {@code released}
 * @param behind task it waits for
 * @param due last day; null without an allowance
 */
public record FlowTask(
        UUID id,
        UUID flowCase,
        String step,
        int round,
        int place,
        String part,
        @Nullable NamedRef user,
        String why,
        String state,
        @Nullable UUID behind,
        OffsetDateTime openedAt,
        @Nullable LocalDate due,
        boolean escalated,
        @Nullable NamedRef decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String reason) {

    /** Whether nothing was said and nobody released it. */
    public boolean pending() {
        return state.equals("open") || state.equals("waits");
    }

    /** Whether a person is asked by it. */
    public boolean asks(UUID person) {
        return user != null && user.id().equals(person);
    }
}
