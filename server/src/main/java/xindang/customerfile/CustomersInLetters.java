package xindang.customerfile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.customerfile.store.LetterPlaces;
import xindang.document.letter.LetterField;
import xindang.document.letter.LetterField.Kind;
import xindang.document.letter.LetterSource;
import xindang.document.letter.LetterValues;
import xindang.platform.access.Reach;

/** What letters say of a customer (函件中的客户信息). */
@Component
class CustomersInLetters implements LetterSource {

    private final LetterPlaces places;

    CustomersInLetters(LetterPlaces places) {
        this.places = places;
    }

    @Override
    public List<LetterField> fields() {
        return List.of(
                new LetterField("customer.name", Kind.TEXT, "客户名称", "Customer's name"),
                new LetterField("customer.number", Kind.TEXT, "档案编号", "Number of the file"),
                new LetterField("customer.code", Kind.TEXT, "统一社会信用代码", "Unified credit code"),
                new LetterField("customer.address", Kind.TEXT, "客户地址", "Customer's address"),
                new LetterField("customer.keeper", Kind.TEXT, "客户负责人", "Keeper of the file"));
    }

    @Override
    public Map<UUID, LetterValues> of(Reach reach, Collection<UUID> files, LocalDate date) {
        return places.values(reach, files);
    }
}
