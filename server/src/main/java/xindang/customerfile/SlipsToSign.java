package xindang.customerfile;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import xindang.platform.access.Caller;
import xindang.platform.rest.PageQuery;
import xindang.workflow.InboxEntry;
import xindang.workflow.InboxSource;

/** Hand-over slips that wait for a person's own signature (待签移交单). */
@Component
class SlipsToSign implements InboxSource {

    private final Slips slips;

    SlipsToSign(Slips slips) {
        this.slips = slips;
    }

    @Override
    public String kind() {
        return "slip";
    }

    @Override
    public List<InboxEntry> waiting(Caller caller, int most) {
        var query = new PageQuery(most, null, null);
        Stream<Slip> toGive = slips.page(caller, "made", query).items().stream()
                .filter(slip -> slip.giver().id().equals(caller.id()));
        Stream<Slip> toReceive = slips.page(caller, "given", query).items().stream()
                .filter(slip -> slip.receiver().id().equals(caller.id()));
        return Stream.concat(toGive, toReceive).map(SlipsToSign::entry).toList();
    }

    private static InboxEntry entry(Slip slip) {
        boolean given = slip.state().equals("given");
        return new InboxEntry(
                slip.id(),
                "slip",
                "",
                slip.called(),
                given ? slip.giver() : slip.madeBy(),
                given ? "receiver" : "giver",
                null,
                slip.givenAt() == null ? slip.madeAt() : slip.givenAt(),
                null,
                false,
                "/handover",
                false);
    }
}
