package xindang.customerfile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return all(caller, List.of(id)).findFirst();
    }

    @Override
    public Map<UUID, String> names(Caller caller, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : all(caller, ids).filter(Subject::open).collect(Collectors.toMap(Subject::id, Subject::name));
    }

    private Stream<Subject> all(Caller caller, Collection<UUID> ids) {
        return places.find(caller.within(READS).reach(), ids).stream()
                .map(file -> new Subject(file.id(), file.company(), file.name(), file.open()));
    }
}
