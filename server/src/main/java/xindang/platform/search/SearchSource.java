package xindang.platform.search;

import xindang.platform.access.Caller;

/** One kind of things that the general search finds (检索来源); capabilities implement it. */
public interface SearchSource {

    /** Right a caller needs; without it the source is not asked. */
    String right();

    /**
     * What a text finds within the caller's reach.
     *
     * @param q text, neither empty nor blank at its ends
     * @param most how many to show
     */
    SearchGroup find(Caller caller, String q, int most);
}
