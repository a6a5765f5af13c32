package xindang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.engine.decision.Sha256;
import xindang.format.regime.Composition;
import xindang.format.regime.Language;
import xindang.format.regime.Preset;
import xindang.format.regime.RegimeDocument;
import xindang.format.regime.RegimeDocuments;
import xindang.platform.access.Caller;
import xindang.platform.print.Paper;
import xindang.platform.print.PaperPdf;
import xindang.platform.print.PaperWord;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.policy.store.PolicyStore;

/**
 * Prints the regime (制度文件): always from what is in force at a node on a day, or from a draft as it would then be; there is no text of it
 * that somebody could write by hand.
 */
@Service
public class RegimePrinting {

    private final RegimeReading reading;
    private final Drafts drafts;
    private final PolicyStore store;
    private final PaperPdf pdf;
    private final PaperWord word;
    private final Trail trail;
    private final TransactionTemplate transaction;

    RegimePrinting(
            RegimeReading reading,
            Drafts drafts,
            PolicyStore store,
            PaperPdf pdf,
            PaperWord word,
            Trail trail,
            TransactionTemplate transaction) {
        this.reading = reading;
        this.drafts = drafts;
        this.store = store;
        this.pdf = pdf;
        this.word = word;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * What is printed.
     *
     * @param node node; null for that of the caller
     * @param date day; null for today
     * @param draft draft that is printed as it would be; null for what is in force
     * @param sample sample whose chapters it follows; null for the one the youngest version was made from
     * @param language language
     * @param part whole regime, with an annex of what it is silent about, or the extract for customers
     */
    public record Wish(
            @Nullable UUID node,
            @Nullable LocalDate date,
            @Nullable UUID draft,
            @Nullable String sample,
            Language language,
            Part part) {}

    /** How much of it. */
    public enum Part {
        /** The whole (全文). */
        WHOLE,
        /** The whole, and an annex of what applies where it is silent (全文及未规定事项). */
        ANNEX,
        /** What customers may be given (对客户公开摘要). */
        EXTRACT
    }

    /** A file of it. */
    public enum Form {
        /** PDF. */
        PDF,
        /** DOCX. */
        DOCX
    }

    /**
     * A printed regime.
     *
     * @param name name of the file
     * @param content what is in it
     */
    public record Printed(String name, Resource content) {}

    /**
     * The document to read on the screen.
     *
     * @throws Refusal 404 for a node or draft out of reach, 422 for an unknown sample
     */
    @Transactional(readOnly = true)
    public RegimeDocument read(Caller caller, Wish wish) {
        return document(source(caller, wish).said(), wish);
    }

    private static RegimeDocument document(RegimeDocuments.Source source, Wish wish) {
        return wish.part() == Part.EXTRACT
                ? RegimeDocuments.extract(source, wish.language())
                : RegimeDocuments.whole(source, wish.language(), wish.part() == Part.ANNEX);
    }

    /** What a document is written from, and whose it is. */
    private record Found(NamedRef node, RegimeDocuments.Source said) {}

    /**
     * The document as a file; the trail keeps its hash.
     *
     * @throws Refusal as for {@link #read}
     */
    public Printed print(Caller caller, Wish wish, Form form) {
        Found found = source(caller, wish);
        RegimeDocuments.Source source = found.said();
        Paper paper = RegimePaper.of(document(source, wish), wish, source.date());
        byte[] bytes = form == Form.PDF ? pdf.print(paper) : word.write(paper);
        // Printing takes a second of pure reckoning; no connection waits for it.
        transaction.executeWithoutResult(_ -> record(caller, found, wish, form, bytes));
        String name = (wish.part() == Part.EXTRACT ? "regime-extract-" : "regime-") + source.date();
        return new Printed(name + (form == Form.PDF ? ".pdf" : ".docx"), new ByteArrayResource(bytes));
    }

    private void record(Caller caller, Found found, Wish wish, Form form, byte[] bytes) {
        NamedRef node = found.node();
        trail.record(
                caller,
                Act.of(node.id(), "policy.print", "policy", node.id(), node.name())
                        .basedOn(Map.of(
                                "part",
                                wish.part().name().toLowerCase(Locale.ROOT),
                                "form",
                                form.name().toLowerCase(Locale.ROOT),
                                "date",
                                found.said().date().toString(),
                                "sha256",
                                Sha256.hex(bytes))));
    }

    private Found source(Caller caller, Wish wish) {
        return wish.draft() == null ? inForce(caller, wish) : drafted(caller, wish.draft(), wish);
    }

    private Found inForce(Caller caller, Wish wish) {
        RegimeReading.InForce regime = reading.inForce(caller, wish.node(), wish.date());
        var kinds = new LinkedHashMap<String, Composition.Part>();
        var versions = new ArrayList<Resolution.Version>();
        for (Resolution one : regime.policies()) {
            versions.add(one.version());
            if (!one.kind().equals("scorecard")) {
                kinds.put(
                        one.kind(),
                        Composition.Part.of(
                                DraftContent.members(one.version().document()),
                                one.version().document().origins()));
            }
        }
        Optional<Resolution.Version> youngest = versions.stream()
                .filter(version -> version.preset() != null)
                .max(Comparator.comparing(version -> version.document().validFrom()));
        List<RegimeDocuments.Past> history = store.publications(regime.node().id(), regime.date());
        LocalDate from = history.stream()
                .map(RegimeDocuments.Past::validFrom)
                .max(Comparator.naturalOrder())
                .orElse(null);
        String sample = sample(wish, youngest.map(Resolution.Version::preset).orElse(Preset.RECOMMENDED));
        return new Found(
                regime.node(),
                new RegimeDocuments.Source(
                        new Composition(sample, kinds), regime.node().name(), regime.date(), from, history));
    }

    private Found drafted(Caller caller, UUID id, Wish wish) {
        Drafts.Whole whole = drafts.find(caller, id);
        RegimeDraft draft = whole.draft();
        var kinds = new LinkedHashMap<String, Composition.Part>();
        whole.parts().forEach((kind, part) -> kinds.put(kind, Composition.Part.of(part.body(), part.origins())));
        LocalDate today = reading.inForce(caller, draft.node().id(), null).date();
        LocalDate from = draft.validFrom() == null ? today : draft.validFrom();
        String base = Preset.find(draft.base()).isPresent() ? draft.base() : Preset.RECOMMENDED;
        return new Found(
                draft.node(),
                new RegimeDocuments.Source(
                        new Composition(sample(wish, base), kinds),
                        draft.node().name(),
                        from,
                        from,
                        store.publications(draft.node().id(), today)));
    }

    private static String sample(Wish wish, String usual) {
        if (wish.sample() != null && Preset.find(wish.sample()).isEmpty()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("sample", "unknown"));
        }
        return wish.sample() == null ? usual : wish.sample();
    }
}
