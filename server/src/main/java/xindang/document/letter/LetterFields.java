package xindang.document.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.document.letter.LetterField.Kind;
import xindang.platform.access.Reach;

/** All that letters can say (合并域目录): what the letter says of itself, and what the capabilities know. */
@Component
public class LetterFields {

    static final String NUMBER = "letter.number";
    static final String DATE = "letter.date";
    static final String COMPANY = "letter.company";
    static final String WRITER = "letter.writer";

    /** A paragraph of this field alone becomes the code. */
    static final String CODE = "letter.code";

    private static final List<LetterField> OWN = List.of(
            new LetterField(NUMBER, Kind.TEXT, "函件编号", "Number of the letter"),
            new LetterField(DATE, Kind.DAY, "函件日期", "Date of the letter"),
            new LetterField(COMPANY, Kind.TEXT, "发函公司", "Company that writes"),
            new LetterField(WRITER, Kind.TEXT, "经办人", "Who writes"),
            new LetterField(CODE, Kind.TEXT, "防伪二维码", "Code for verification"));

    private final List<LetterSource> sources;
    private final Map<String, LetterField> single = new HashMap<>();
    private final Map<String, LetterList> lists = new HashMap<>();
    private final List<LetterField> inOrder = new ArrayList<>(OWN);

    LetterFields(List<LetterSource> sources) {
        this.sources = List.copyOf(sources);
        sources.forEach(source -> inOrder.addAll(source.fields()));
        inOrder.forEach(field -> single.put(field.code(), field));
        sources.forEach(source -> source.lists().forEach(list -> lists.put(list.code(), list)));
    }

    /** Fields that stand once in a letter, in the order of their sources. */
    public List<LetterField> all() {
        return List.copyOf(inOrder);
    }

    /** Lists, by their codes. */
    public List<LetterList> allLists() {
        return sources.stream().flatMap(source -> source.lists().stream()).toList();
    }

    Optional<LetterField> field(String code) {
        return Optional.ofNullable(single.get(code));
    }

    Optional<LetterList> list(String code) {
        return Optional.ofNullable(lists.get(code));
    }

    /** What is known of some customers; those out of reach are missing. */
    Map<UUID, LetterValues> of(Reach reach, Collection<UUID> files, LocalDate date) {
        var known = new HashMap<UUID, LetterValues>();
        for (LetterSource source : sources) {
            source.of(reach, files, date).forEach((file, values) -> known.merge(file, values, LetterValues::and));
        }
        return known;
    }
}
