package xindang.document.letter;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import xindang.document.letter.store.LetterStore.Why;
import xindang.platform.print.letter.Letter;
import xindang.platform.print.letter.LetterPrinter;
import xindang.platform.print.letter.Pdf;
import xindang.platform.print.letter.QrCode;

/** Turns templates and what is known into printed letters (函件制作); decides nothing about who gets one. */
@Component
class LetterPress {

    /** Without 0 and O, 1 and I, U: people read it from paper. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final String address;

    LetterPress(@Value("${xindang.public-address:}") String address) {
        this.address = address.strip().replaceFirst("/+$", "");
    }

    /**
     * What a letter says of itself.
     *
     * @param number its number; a preview says that it is one
     * @param code its code; empty for a preview
     */
    record Own(String number, String code, String company, String writer, LocalDate date) {

        LetterValues values() {
            var own = new HashMap<String, LetterValue>(Map.of(
                    LetterFields.NUMBER, new LetterValue.Text(number),
                    LetterFields.DATE, new LetterValue.Day(date),
                    LetterFields.COMPANY, new LetterValue.Text(company),
                    LetterFields.WRITER, new LetterValue.Text(writer)));
            return new LetterValues(own, Map.of());
        }
    }

    /** A new code, which nobody guesses: eighty bits. */
    String newCode() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** Fills a template in. */
    LetterFiller.Filled fill(Template template, LetterTemplate of, LetterValues known, Own own) {
        QrCode code = own.code().isEmpty() ? null : QrCode.of(told(own.code()));
        return LetterFiller.fill(
                template, known.and(own.values()), of.language(), of.name(), code, own.number() + "  " + own.company());
    }

    private String told(String code) {
        return address.isEmpty() ? code : address + "/verify?c=" + code;
    }

    /** Why a letter cannot be printed; empty if it can. */
    static List<Why> obstacles(LetterFiller.Filled filled) {
        return switch (filled) {
            case LetterFiller.Filled.Lacking(List<LetterFiller.Missing> fields) ->
                fields.stream()
                        .map(one -> new Why("field-" + one.why(), one.field()))
                        .toList();
            case LetterFiller.Filled.Whole(Letter letter) -> {
                Set<String> signs = LetterPrinter.lacking(letter);
                yield signs.isEmpty() ? List.of() : List.of(new Why("signs", String.join(" ", signs)));
            }
        };
    }

    /** Prints letters that have no obstacles. */
    static List<Pdf> print(List<LetterFiller.Filled> letters) {
        var whole = new ArrayList<Letter>();
        for (LetterFiller.Filled filled : letters) {
            if (filled instanceof LetterFiller.Filled.Whole(Letter letter)) {
                whole.add(letter);
            } else {
                throw new IllegalArgumentException("a letter with holes is not printed");
            }
        }
        return LetterPrinter.print(whole).stream()
                .map(printed -> switch (printed) {
                    case LetterPrinter.Printed.Done(Pdf file) -> file;
                    case LetterPrinter.Printed.Lacking(Set<String> signs) ->
                        throw new IllegalArgumentException("the font lacks " + signs);
                })
                .toList();
    }
}
