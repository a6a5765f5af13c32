package xindang.platform.rest;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.search.SearchGroup;
import xindang.platform.search.SearchSource;

/** The general search (全局检索): every source the caller may ask, groups without a hit left out. */
@RestController
@RequestMapping("/api/v1/platform/search")
class SearchController {

    private static final int SHOWN = 10;

    private final List<SearchSource> sources;

    SearchController(List<SearchSource> sources) {
        this.sources = List.copyOf(sources);
    }

    record SearchAnswer(List<SearchGroup> groups) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.NODES)
    SearchAnswer find(@RequestParam @Size(max = 200) String q, Caller caller) {
        String asked = q.strip();
        if (asked.isEmpty()) {
            return new SearchAnswer(List.of());
        }
        return new SearchAnswer(sources.stream()
                .filter(source -> caller.may(source.right()))
                .map(source -> source.find(caller.within(source.right()), asked, SHOWN))
                .filter(group -> !group.items().isEmpty())
                .toList());
    }
}
