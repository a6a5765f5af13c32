/** What backup and restore ask the database (备份的数据库操作). */
@NullMarked
package xindang.platform.backup.store;

import org.jspecify.annotations.NullMarked;
