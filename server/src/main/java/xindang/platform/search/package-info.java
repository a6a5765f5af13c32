/**
 * The general search (全局检索), composed of what capabilities find. Start reading at
 * {@link xindang.platform.search.SearchSource}.
 */
@NullMarked
package xindang.platform.search;

import org.jspecify.annotations.NullMarked;
