package xindang.platform.print.letter;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** The font of a batch as PDF says it (PDF 字体对象): made once, written into every letter of the batch. */
final class PdfFont {

    /** A CMap holds at most a hundred mappings in a group. */
    private static final int GROUP = 100;

    private final Typeface face;
    private final Typeface.Subset subset;
    private final Bytes file;
    private final Bytes toUnicode;
    private final String widths;
    private final String name;

    PdfFont(Typeface face, Typeface.Subset subset) {
        this.face = face;
        this.subset = subset;
        this.file = subset.file().deflated();
        this.toUnicode = new Bytes(toUnicode(subset).getBytes(StandardCharsets.US_ASCII)).deflated();
        this.widths = widths(subset);
        this.name = tag(subset) + "+NotoSansSC-Regular";
    }

    /** Glyph of a sign in the subset. */
    int glyph(int sign) {
        return subset.glyphs().getOrDefault(sign, 0);
    }

    /** Writes the five objects of the font; the first number is that of the font itself. */
    void write(PdfWriter out, int first) {
        Typeface.Metrics metrics = face.metrics();
        out.object(
                first,
                "<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + (first + 1)
                        + " 0 R]/ToUnicode " + (first + 4) + " 0 R>>");
        out.object(
                first + 1,
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "
                        + (first + 2) + " 0 R/DW 1000/W[" + widths + "]/CIDToGIDMap/Identity>>");
        out.object(
                first + 2,
                "<</Type/FontDescriptor/FontName/" + name + "/Flags 4/ItalicAngle 0/StemV 80/Ascent "
                        + metrics.ascent() + "/Descent " + metrics.descent() + "/CapHeight " + metrics.ascent()
                        + "/FontBBox[" + box(metrics) + "]/FontFile2 " + (first + 3) + " 0 R>>");
        out.stream(first + 3, "/Length1 " + subset.file().length() + "/Filter/FlateDecode", file);
        out.stream(first + 4, "/Filter/FlateDecode", toUnicode);
    }

    private static String box(Typeface.Metrics metrics) {
        return String.join(" ", metrics.box().stream().map(String::valueOf).toList());
    }

    /** Widths of glyphs; those of a whole em are the default. */
    private static String widths(Typeface.Subset subset) {
        var text = new StringBuilder();
        subset.widths().forEach((glyph, width) -> {
            if (width != 1000) {
                text.append(glyph).append('[').append(width).append(']');
            }
        });
        return text.toString();
    }

    /** Which sign a glyph stands for, so that the text can be read out of the file. */
    private static String toUnicode(Typeface.Subset subset) {
        var signs = new TreeMap<Integer, Integer>();
        subset.glyphs().forEach((sign, glyph) -> signs.putIfAbsent(glyph, sign));
        var text = new StringBuilder("""
                /CIDInit/ProcSet findresource begin 12 dict begin begincmap
                /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
                /CMapName/Adobe-Identity-UCS def/CMapType 2 def
                1 begincodespacerange<0000><FFFF>endcodespacerange
                """);
        Iterator<Map.Entry<Integer, Integer>> left = signs.entrySet().iterator();
        for (int rest = signs.size(); rest > 0; rest -= GROUP) {
            int group = Math.min(rest, GROUP);
            text.append(group).append(" beginbfchar\n");
            for (int i = 0; i < group; i++) {
                Map.Entry<Integer, Integer> one = left.next();
                text.append('<').append("%04X".formatted(one.getKey())).append("><");
                for (char unit : Character.toChars(one.getValue())) {
                    text.append("%04X".formatted((int) unit));
                }
                text.append(">\n");
            }
            text.append("endbfchar\n");
        }
        return text.append("endcmap CMapName currentdict/CMap defineresource pop end end")
                .toString();
    }

    /** Six letters that tell subsets apart. */
    private static String tag(Typeface.Subset subset) {
        int hash = subset.glyphs().keySet().hashCode();
        var tag = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Math.floorMod(hash, 26)));
            hash = Integer.rotateLeft(hash, 7) ^ i;
        }
        return tag.toString();
    }
}
