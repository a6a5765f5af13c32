package xindang.receivable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import xindang.customerfile.SearchWords;
import xindang.platform.access.Caller;
import xindang.platform.search.SearchGroup;
import xindang.platform.search.SearchSource;
import xindang.receivable.store.ItemList;

/** Invoices in the general search (发票检索), by the beginning of their number. */
@Component
@Order(20)
class InvoiceSearch implements SearchSource {

    private final ItemList items;

    InvoiceSearch(ItemList items) {
        this.items = items;
    }

    @Override
    public String right() {
        return "receivable.read";
    }

    @Override
    @Transactional(readOnly = true)
    public SearchGroup find(Caller caller, String q, int most) {
        return new SearchGroup(
                "invoice",
                items.startingWith(caller.reach(), SearchWords.fold(q), most).stream()
                        .map(found -> new SearchGroup.Item(
                                found.id().toString(),
                                found.invoice(),
                                found.customer(),
                                null,
                                "/customerfile/" + found.file() + "/receivables"))
                        .toList());
    }
}
