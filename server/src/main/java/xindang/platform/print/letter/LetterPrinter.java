package xindang.platform.print.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prints letters as PDF (打印信函). The letters of one call share the glyphs of one subset of the font, which is deflated once: a hundred at a
 * time are fast, and few glyphs are carried along that a letter does not use. Safe to use by several threads.
 */
public final class LetterPrinter {

    private LetterPrinter() {}

    /** What became of a letter. */
    public sealed interface Printed {

        /**
         * It was printed.
         *
         * @param file the PDF
         */
        record Done(Pdf file) implements Printed {}

        /**
         * The font lacks some of its signs; a letter with blanks for them would say something else.
         *
         * @param signs the signs
         */
        record Lacking(Set<String> signs) implements Printed {

            /** Copies the set. */
            public Lacking {
                signs = Set.copyOf(signs);
            }
        }
    }

    /** The letters in their order. */
    public static List<Printed> print(List<Letter> letters) {
        Typeface face = Typeface.builtIn();
        var pages = new ArrayList<List<List<Mark>>>();
        var lacking = new ArrayList<Set<String>>();
        var used = new TreeSet<Integer>();
        for (Letter letter : letters) {
            List<List<Mark>> laid = LetterLayout.of(letter, face);
            pages.add(laid);
            lacking.add(collect(laid, face, used));
        }
        var font = new PdfFont(face, face.subset(used));
        var printed = new ArrayList<Printed>();
        for (int i = 0; i < letters.size(); i++) {
            printed.add(
                    lacking.get(i).isEmpty()
                            ? new Printed.Done(PdfWriter.write(letters.get(i).title(), pages.get(i), font))
                            : new Printed.Lacking(lacking.get(i)));
        }
        return printed;
    }

    /** The signs of a letter that the font lacks, without printing it. */
    public static Set<String> lacking(Letter letter) {
        Typeface face = Typeface.builtIn();
        var lacking = new TreeSet<String>();
        letter.texts()
                .flatMapToInt(String::codePoints)
                .filter(sign -> sign != '\n' && !face.has(sign))
                .forEach(sign -> lacking.add(Character.toString(sign)));
        return lacking;
    }

    /** Notes the signs of a letter; answers those that the font lacks. */
    private static Set<String> collect(List<List<Mark>> pages, Typeface face, Set<Integer> used) {
        var lacking = new TreeSet<String>();
        for (List<Mark> page : pages) {
            for (Mark mark : page) {
                if (mark instanceof Mark.Words(float x, float y, float size, String text)) {
                    text.codePoints().forEach(sign -> {
                        if (face.has(sign)) {
                            used.add(sign);
                        } else {
                            lacking.add(Character.toString(sign));
                        }
                    });
                }
            }
        }
        return lacking;
    }
}
