package xindang.customerfile;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.customerfile.store.FileStore;
import xindang.identity.DepartmentDuties;

/** Customer files as a department's duty (档案主管部门): they belong to their company and would stay behind. */
@Component
class FilesInCharge implements DepartmentDuties {

    private final FileStore files;

    FilesInCharge(FileStore files) {
        this.files = files;
    }

    @Override
    public boolean inCharge(Collection<UUID> departments) {
        return files.inCharge(departments);
    }
}
