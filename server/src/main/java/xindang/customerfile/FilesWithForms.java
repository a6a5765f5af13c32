package xindang.customerfile;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.customerfile.store.DocumentPlaces;
import xindang.forms.SubjectFiles;
import xindang.platform.access.Caller;

/** Customer files as what records of forms belong to and name (表单所属客户档案), for those who may read files. */
@Component
class FilesWithForms implements SubjectFiles {

    private static final String READS = "customerfile.read";

    private final DocumentPlaces places;

    FilesWithForms(DocumentPlaces places) {
        this.places = places;
    }

    @Override
    public Optional<Subject> find(Caller caller, UUID id) {
        return places.find(caller.within(READS).reach(), id)
                .map(file -> new Subject(file.id(), file.company(), file.name(), file.open()));
    }

    @Override
    public Map<UUID, String> names(Caller caller, Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        for (UUID id : ids) {
            find(caller, id).filter(Subject::open).ifPresent(file -> names.put(id, file.name()));
        }
        return names;
    }
}
