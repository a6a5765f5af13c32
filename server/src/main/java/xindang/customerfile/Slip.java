package xindang.customerfile;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A hand-over slip (移交单): files of one keeper for another, who both sign it. Made, given, received; or refused, or withdrawn.
 *
 * @param id slip
 * @param node node the giver belongs to
 * @param giver who kept the files
 * @param receiver who is to keep them
 * @param selection {@code all}, {@code department} or {@code chosen}
 * @param department whose files, if by department
 * @param note what the giver says of them
 * @param files how many are on the slip
 * @param moved how many went over: those the giver still kept when the receiver signed
 * @param state "made", "given", "received", "refused" or "withdrawn"
 * @param madeBy who made it
 * @param givenBy who signed for the giver; another person than he if the giver could not
 * @param exception why another person did
 * @param reason why it was refused
 * @param version rises with each change; the ETag
 */
public record Slip(
        UUID id,
        NamedRef node,
        NamedRef giver,
        NamedRef receiver,
        String selection,
        @Nullable NamedRef department,
        @Nullable String note,
        int files,
        @Nullable Integer moved,
        String state,
        NamedRef madeBy,
        OffsetDateTime madeAt,
        @Nullable NamedRef givenBy,
        @Nullable OffsetDateTime givenAt,
        @Nullable String exception,
        @Nullable OffsetDateTime receivedAt,
        @Nullable String reason,
        @Nullable OffsetDateTime endedAt,
        int version) {

    /** How the trail calls it. */
    String called() {
        return giver.name() + " → " + receiver.name();
    }
}
