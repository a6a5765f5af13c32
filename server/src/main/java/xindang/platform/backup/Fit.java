package xindang.platform.backup;

import java.io.IOException;
import org.flywaydb.core.api.MigrationVersion;
import xindang.platform.database.Installation;
import xindang.platform.database.StartRefused;

/** Whether this program can restore a backup (备份兼容性): never one of a newer program. */
final class Fit {

    private Fit() {}

    /**
     * Looks at the first entry, before anything is written.
     *
     * @param outside whether it is to go into an outside database
     * @throws StartRefused with exit code 65 if it does not fit
     */
    static void require(About about, boolean outside) throws IOException {
        if (outside && about.kind().equals(About.FILES)) {
            throw new StartRefused(
                    StartRefused.WRONG_USAGE,
                    "The backup is that of a database in its data folder; unset " + Installation.URL_VARIABLE + " and "
                            + Installation.OWNER_URL_VARIABLE + ".\n该备份来自自带数据库,请取消上述环境变量。");
        }
        if (about.format() > About.FORMAT) {
            throw refused(
                    "The backup was made by a newer program (" + about.program() + "); restore it with that.",
                    "备份由更新版本(" + about.program() + ")生成,请用该版本恢复。");
        }
        String latest = Installation.latestMigration();
        if (MigrationVersion.fromVersion(about.migration()).isNewerThan(latest)) {
            throw refused(
                    "The tables in the backup are of version " + about.migration() + ", this program knows up to "
                            + latest + "; restore it with the program that made it (" + about.program() + ").",
                    "备份的数据表版本为 " + about.migration() + ",本程序只支持到 " + latest + ";请用生成备份的版本恢复。");
        }
        if (about.kind().equals(About.FILES) && about.postgresql() != Installation.POSTGRESQL) {
            throw refused(
                    "The backup holds files of PostgreSQL " + about.postgresql() + ", this program brings "
                            + Installation.POSTGRESQL + "; restore it with the program that made it, then back up with"
                            + " --tables.",
                    "备份为 PostgreSQL " + about.postgresql() + " 的文件,本程序自带 " + Installation.POSTGRESQL
                            + ";请用原版本恢复后以 --tables 备份。");
        }
    }

    private static StartRefused refused(String english, String chinese) {
        return new StartRefused(StartRefused.DAMAGED, english + "\n" + chinese);
    }
}
