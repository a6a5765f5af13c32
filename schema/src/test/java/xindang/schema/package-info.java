/** Makes the jOOQ tables from the migrations. Start reading at {@link xindang.schema.Generator}. */
@NullMarked
package xindang.schema;

import org.jspecify.annotations.NullMarked;
