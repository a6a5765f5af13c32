package xindang.customerfile;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.customerfile.store.DocumentPlaces;
import xindang.document.LinkedObjects;
import xindang.platform.access.Caller;

/** Customer files as what documents belong to (客户资料所属档案). */
@Component
class FilesWithDocuments implements LinkedObjects {

    private final DocumentPlaces places;

    FilesWithDocuments(DocumentPlaces places) {
        this.places = places;
    }

    @Override
    public String kind() {
        return "customer";
    }

    @Override
    public List<Linked> find(Caller caller, Collection<UUID> some) {
        return places.find(caller.reach(), some);
    }
}
