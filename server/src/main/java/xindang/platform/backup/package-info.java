/**
 * Backup and restore (备份与恢复): {@code ./xindang backup} and {@code ./xindang restore}. One sealed file holds everything of an
 * installation. Start reading at {@link xindang.platform.backup.BackupCommand}.
 */
@NullMarked
package xindang.platform.backup;

import org.jspecify.annotations.NullMarked;
