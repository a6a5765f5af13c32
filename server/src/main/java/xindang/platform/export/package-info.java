/**
 * Lists as files (列表导出): written row by row while the database is read, never held as a whole. Start reading at
 * {@link xindang.platform.export.ListExport}.
 */
@NullMarked
package xindang.platform.export;

import org.jspecify.annotations.NullMarked;
