/**
 * The database of an installation (数据库): a PostgreSQL of its own in the data folder, or an outside one; migrations, roles
 * and connections. Start reading at {@link xindang.platform.database.Installation}.
 */
@NullMarked
package xindang.platform.database;

import org.jspecify.annotations.NullMarked;
