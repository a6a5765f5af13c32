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
 * @param contacts people to talk to: name, role, phone, mail
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

    /** Copies the collections. */
    public CustomerDetail {
        formerNames = List.copyOf(formerNames);
        party = Map.copyOf(party);
        contacts = List.copyOf(contacts);
    }
}
