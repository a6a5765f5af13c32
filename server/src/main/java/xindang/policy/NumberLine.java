package xindang.policy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A number in a list (编号).
 *
 * @param id id of the number itself
 * @param kind code of the kind
 * @param number as written
 * @param serial place in its series
 * @param node node of its series
 * @param subject what has it
 * @param subjectKind kind of that
 * @param givenOn business date
 * @param state given, replaced or void
 * @param replacedOn day its subject got another number
 * @param replacedBy that number
 * @param movedOn day its subject went to another node that the reader reaches, the number staying as it is
 * @param voidedAt when it was declared void
 * @param voidedBy by whom
 * @param reason why
 */
public record NumberLine(
        UUID id,
        String kind,
        String number,
        int serial,
        NamedRef node,
        NamedRef subject,
        String subjectKind,
        LocalDate givenOn,
        String state,
        @Nullable LocalDate replacedOn,
        @Nullable String replacedBy,
        @Nullable LocalDate movedOn,
        @Nullable OffsetDateTime voidedAt,
        @Nullable String voidedBy,
        @Nullable String reason) {}
