package xindang.customerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import xindang.customerfile.store.CustomerList;
import xindang.customerfile.store.SearchIndex;
import xindang.platform.access.Caller;
import xindang.platform.search.SearchGroup;
import xindang.platform.search.SearchSource;

/** Customers in the general search (客户检索). */
@Component
@Order(10)
class CustomerSearch implements SearchSource {

    /** Looked at before the best are chosen: an exact number among many that contain it comes first. */
    private static final int CANDIDATES = 200;

    private static final Map<String, String> CHINESE =
            Map.of("number", "编号", "code", "统一社会信用代码", "key", "来源编码", "pinyin", "拼音", "name", "曾用名");
    private static final Map<String, String> ENGLISH = Map.of(
            "number", "number", "code", "credit code", "key", "source key", "pinyin", "pinyin", "name", "former name");

    private final SearchIndex index;
    private final CustomerList list;

    CustomerSearch(SearchIndex index, CustomerList list) {
        this.index = index;
        this.list = list;
    }

    @Override
    public String right() {
        return "customerfile.read";
    }

    @Override
    @Transactional(readOnly = true)
    public SearchGroup find(Caller caller, String q, int most) {
        String asked = SearchWords.fold(q);
        List<SearchIndex.Hit> hits = new ArrayList<>(index.find(caller.reach(), asked, CANDIDATES));
        hits.sort(java.util.Comparator.comparingInt((SearchIndex.Hit hit) -> rank(hit, asked))
                .thenComparingInt(hit -> hit.words().length())
                .thenComparing(SearchIndex.Hit::words));
        var items = new ArrayList<SearchGroup.Item>();
        for (SearchIndex.Hit hit : hits.subList(0, Math.min(most, hits.size()))) {
            list.find(caller.reach(), hit.file())
                    .filter(line -> !line.masked() || ofHead(line, hit))
                    .ifPresent(line -> items.add(item(line, hit, caller.language())));
        }
        return new SearchGroup("customer", items);
    }

    /** A file above the reader's clearance is found by what lists show of it: codes, keys and former names stay unknown. */
    private static boolean ofHead(CustomerLine line, SearchIndex.Hit hit) {
        return hit.words().equals(SearchWords.fold(line.name())) || hit.words().equals(SearchWords.fold(line.number()));
    }

    private static int rank(SearchIndex.Hit hit, String asked) {
        return hit.words().equals(asked) ? 0 : hit.words().startsWith(asked) ? 1 : 2;
    }

    private static SearchGroup.Item item(CustomerLine line, SearchIndex.Hit hit, String language) {
        return new SearchGroup.Item(
                line.id().toString(),
                line.name(),
                line.number(),
                why(line, hit, language),
                "/customerfile/" + line.id());
    }

    /** Nothing where the name itself shows it. */
    private static @Nullable String why(CustomerLine line, SearchIndex.Hit hit, String language) {
        if (SearchWords.fold(line.name()).equals(hit.words())) {
            return null;
        }
        return (language.equals("en") ? ENGLISH : CHINESE).get(hit.kind()) + " " + hit.words();
    }
}
