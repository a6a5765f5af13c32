package xindang.platform.print.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of letters (信函字体), parsed once: glyphs and widths lie in arrays, so that measuring a line costs an addition per letter. Widths are
 * thousandths of the size of the type.
 */
final class Typeface {

    private static final String FONT = "/xindang/platform/print/NotoSansSC-Regular.ttf";
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final short[] width = new short[Character.MAX_VALUE + 1];
    private final boolean[] known = new boolean[Character.MAX_VALUE + 1];
    private final Metrics metrics;

    /**
     * What a PDF says of the font.
     *
     * @param ascent height above the line
     * @param descent depth below it, negative
     * @param box left, bottom, right and top of the largest glyph
     */
    record Metrics(int ascent, int descent, List<Integer> box) {

        /** Copies the list. */
        Metrics {
            box = List.copyOf(box);
        }
    }

    /**
     * The glyphs of some letters as a font of their own.
     *
     * @param file the font file
     * @param glyphs glyph by code point
     * @param widths width by glyph
     */
    record Subset(Bytes file, Map<Integer, Integer> glyphs, Map<Integer, Integer> widths) {}

    private static final class BuiltIn {
        private static final Typeface FACE = read();

        private static Typeface read() {
            try (InputStream in = Typeface.class.getResourceAsStream(FONT)) {
                if (in == null) {
                    throw new IllegalStateException("the font is missing");
                }
                return new Typeface(new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        int em = font.getUnitsPerEm();
        for (int sign = 0; sign <= Character.MAX_VALUE; sign++) {
            int glyph = glyphs.getGlyphId(sign);
            known[sign] = glyph != 0;
            width[sign] = (short) (font.getAdvanceWidth(glyph) * 1000L / em);
        }
        var head = font.getHeader();
        metrics = new Metrics(
                font.getHorizontalHeader().getAscender() * 1000 / em,
                font.getHorizontalHeader().getDescender() * 1000 / em,
                List.of(
                        head.getXMin() * 1000 / em,
                        head.getYMin() * 1000 / em,
                        head.getXMax() * 1000 / em,
                        head.getYMax() * 1000 / em));
    }

    /** The font that comes with the program. */
    static Typeface builtIn() {
        return BuiltIn.FACE;
    }

    Metrics metrics() {
        return metrics;
    }

    /** Width of a sign. */
    int width(int codePoint) {
        if (codePoint <= Character.MAX_VALUE) {
            return width[codePoint];
        }
        synchronized (font) {
            return widthOf(glyphs.getGlyphId(codePoint));
        }
    }

    /** Whether the font has a sign; one that it lacks must not silently be missing in a letter. */
    boolean has(int codePoint) {
        if (codePoint <= Character.MAX_VALUE) {
            return known[codePoint];
        }
        synchronized (font) {
            return glyphs.getGlyphId(codePoint) != 0;
        }
    }

    private int widthOf(int glyph) {
        try {
            return (int) (font.getAdvanceWidth(glyph) * 1000L / font.getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font of some signs. */
    Subset subset(Set<Integer> codePoints) {
        // The parsed file keeps a place where it reads; only one may read at a time.
        synchronized (font) {
            try {
                var subsetter = new TTFSubsetter(font, TABLES);
                codePoints.forEach(subsetter::add);
                var out = new ByteArrayOutputStream();
                subsetter.writeToStream(out);
                var fresh = new HashMap<Integer, Integer>();
                subsetter.getGIDMap().forEach((now, old) -> fresh.put(old, now));
                var glyph = new TreeMap<Integer, Integer>();
                var widths = new TreeMap<Integer, Integer>();
                for (int codePoint : codePoints) {
                    int now = fresh.getOrDefault(glyphs.getGlyphId(codePoint), 0);
                    glyph.put(codePoint, now);
                    widths.put(now, width(codePoint));
                }
                return new Subset(new Bytes(out.toByteArray()), glyph, widths);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
