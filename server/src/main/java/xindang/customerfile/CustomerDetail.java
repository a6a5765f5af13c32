package xindang.customerfile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer file with all that is shown of it (客户档案).
 *
 * @param line what lists show
 * @param formerNames names the party had
 * @param party registry facts
 * @param address address
 * @param industry industry
 * @param kind customer, supplier, dealer or agent
 * @param contacts people to talk to: name, role, and phone and mail masked
 * @param createdAt when the file was opened
 */
public record CustomerDetail(
        @JsonUnwrapped CustomerLine line,
        List<String> formerNames,
        Map<String, Object> party,
        @Nullable String address,
        @Nullable String industry,
        String kind,
        List<Map<String, Object>> contacts,
        OffsetDateTime createdAt) {

    /** A file above the reader's clearance: its head and nothing else. */
    public static CustomerDetail masked(CustomerLine head, String kind, OffsetDateTime createdAt) {
        return new CustomerDetail(head, List.of(), Map.of(), null, null, kind, List.of(), createdAt);
    }

    /** Copies the collections. */
    public CustomerDetail {
        formerNames = List.copyOf(formerNames);
        party = Map.copyOf(party);
        // Here, so that no way of reading a file forgets it.
        contacts = PersonalData.masked(contacts);
    }
}
