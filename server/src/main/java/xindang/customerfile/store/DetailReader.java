package xindang.customerfile.store;

import static xindang.schema.Tables.CUSTOMERFILE_FILE;
import static xindang.schema.Tables.CUSTOMERFILE_PARTY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.customerfile.CustomerDetail;
import xindang.customerfile.CustomerLine;
import xindang.customerfile.VersionedCustomer;
import xindang.platform.access.Reach;

/** Reads one customer file (客户档案读取). */
@Repository
public class DetailReader {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> CONTACTS = new TypeReference<>() {};

    private final DSLContext db;
    private final CustomerList list;
    private final JsonMapper json;

    DetailReader(DSLContext db, CustomerList list, JsonMapper json) {
        this.db = db;
        this.list = list;
        this.json = json;
    }

    /** A file within reach. */
    public Optional<VersionedCustomer> find(Reach reach, UUID id) {
        return list.find(reach, id)
                .flatMap(line -> db.select(
                                CUSTOMERFILE_FILE.asterisk(),
                                CUSTOMERFILE_PARTY.FORMER_NAMES,
                                CUSTOMERFILE_PARTY.REGISTRY)
                        .from(CUSTOMERFILE_FILE)
                        .join(CUSTOMERFILE_PARTY)
                        .on(CUSTOMERFILE_PARTY.ID.eq(CUSTOMERFILE_FILE.PARTY_ID))
                        .where(CUSTOMERFILE_FILE.ID.eq(id))
                        .fetchOptional(row -> new VersionedCustomer(
                                detail(line, row),
                                row.get(CUSTOMERFILE_FILE.NODE_ID),
                                row.get(CUSTOMERFILE_FILE.VERSION))));
    }

    /** The people of a file as they stand there; whoever asks has found the file within reach. */
    public List<Map<String, Object>> contacts(UUID id) {
        return contacts(db.select(CUSTOMERFILE_FILE.CONTACTS)
                .from(CUSTOMERFILE_FILE)
                .where(CUSTOMERFILE_FILE.ID.eq(id))
                .fetchSingle());
    }

    private List<Map<String, Object>> contacts(Record row) {
        return json.readValue(row.get(CUSTOMERFILE_FILE.CONTACTS).data(), CONTACTS);
    }

    private CustomerDetail detail(CustomerLine line, Record row) {
        if (line.masked()) {
            return CustomerDetail.masked(line, row.get(CUSTOMERFILE_FILE.KIND), row.get(CUSTOMERFILE_FILE.CREATED_AT));
        }
        return new CustomerDetail(
                line,
                List.of(row.get(CUSTOMERFILE_PARTY.FORMER_NAMES)),
                json.readValue(row.get(CUSTOMERFILE_PARTY.REGISTRY).data(), FACTS),
                row.get(CUSTOMERFILE_FILE.ADDRESS),
                row.get(CUSTOMERFILE_FILE.INDUSTRY),
                row.get(CUSTOMERFILE_FILE.KIND),
                contacts(row),
                row.get(CUSTOMERFILE_FILE.CREATED_AT));
    }
}
