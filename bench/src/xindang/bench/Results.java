package xindang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts one benchmark's figures into results/latest.json and prints them: {@code Results FILE SAMPLES key=value…}.
 *
 * <p>The samples are lines {@code sample SIDE figure cpuSeconds rssKiB}, side {@code ours} or {@code anchor}, and lines
 * {@code load figure} taken before each sample. Entries of other ids stay as they are. A unit with a slash is a rate, more
 * is better; any other is a time, less is better. The ratio is above 1 when ours is better.
 */
public final class Results {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Results() {}

    /** Median, least and most of a column of the samples. */
    private record Spread(double median, double least, double most, int count) {

        static Spread of(List<String[]> lines, int column) {
            double[] sorted = lines.stream()
                    .mapToDouble(line -> Double.parseDouble(line[column]))
                    .sorted()
                    .toArray();
            int n = sorted.length;
            double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
            return new Spread(median, sorted[0], sorted[n - 1], n);
        }

        String text() {
            return number(median) + " [" + number(least) + ".." + number(most) + "]";
        }
    }

    /** Adds one entry. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        List<String[]> lines = Files.readAllLines(Path.of(args[1])).stream()
                .map(line -> line.split(" ", -1))
                .toList();
        var given = new LinkedHashMap<String, String>();
        for (int i = 2; i < args.length; i++) {
            int at = args[i].indexOf('=');
            given.put(args[i].substring(0, at), args[i].substring(at + 1));
        }
        Map<String, Object> entry = entry(given, lines);
        List<Map<String, Object>> all = new ArrayList<>();
        if (Files.exists(file)) {
            all.addAll(JSON.readValue(Files.readString(file), new TypeReference<List<Map<String, Object>>>() {}));
        }
        all.removeIf(other -> other.get("id").equals(entry.get("id")));
        all.add(entry);
        all.sort(Comparator.comparing(Results::order));
        Files.writeString(file, JSON.writeValueAsString(all) + "\n");
    }

    /** P7 before P14; P14 before P14+. */
    private static String order(Map<String, Object> entry) {
        String id = String.valueOf(entry.get("id"));
        String digits = id.replaceAll("^P(\\d+).*", "$1");
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits + id;
    }

    private static List<String[]> of(List<String[]> lines, String... words) {
        return lines.stream()
                .filter(line -> line[0].equals(words[0]) && (words.length == 1 || line[1].equals(words[1])))
                .toList();
    }

    private static Map<String, Object> entry(Map<String, String> given, List<String[]> lines) {
        List<String[]> oursLines = of(lines, "sample", "ours");
        List<String[]> anchorLines = of(lines, "sample", "anchor");
        Spread ours = Spread.of(oursLines, 2);
        Spread anchor = Spread.of(anchorLines, 2);
        Spread load = Spread.of(of(lines, "load"), 1);
        boolean isRate = given.get("unit").contains("/");
        double ratio = isRate ? ours.median / anchor.median : anchor.median / ours.median;
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", given.get("id"));
        entry.put("title", given.get("title"));
        entry.put("ratio", rounded(ratio));
        entry.put("ours", rounded(ours.median));
        entry.put("anchor", rounded(anchor.median));
        entry.put("unit", given.get("unit"));
        entry.put(
                "spread",
                "ours " + ours.text() + ", anchor " + anchor.text() + ", " + ours.count + " and " + anchor.count
                        + " samples");
        entry.put("load", number(load.median) + " [" + number(load.least) + ".." + number(load.most) + "]");
        entry.put("commit", given.get("commit"));
        entry.put("date", given.get("date"));
        entry.put("command", given.get("command"));
        String beside = given.getOrDefault("beside", "");
        if (!beside.isEmpty()) {
            entry.put("beside", beside);
        }
        System.out.printf(Locale.ROOT, "%-7s %s%n", given.get("id"), given.get("title"));
        line("ours", ours, given.get("unit"));
        line("anchor", anchor, given.get("unit"));
        if (!beside.isEmpty()) {
            System.out.println("        beside  " + beside);
        }
        cpu(entry, oursLines, anchorLines);
        System.out.printf(Locale.ROOT, "        ratio %-8s load average %s%n", number(ratio), entry.get("load"));
        return entry;
    }

    /** CPU seconds and memory where they were measured; the figures to trust when the machine has other load. */
    private static void cpu(Map<String, Object> entry, List<String[]> oursLines, List<String[]> anchorLines) {
        Spread ours = Spread.of(oursLines, 3);
        Spread anchor = Spread.of(anchorLines, 3);
        if (ours.median > 0 && anchor.median > 0) {
            entry.put("oursCpuSeconds", rounded(ours.median));
            entry.put("anchorCpuSeconds", rounded(anchor.median));
            entry.put("ratioOfCpu", rounded(anchor.median / ours.median));
            line("ours", ours, "CPU-seconds");
            line("anchor", anchor, "CPU-seconds");
            System.out.printf(Locale.ROOT, "        ratio of CPU-seconds %s%n", number(anchor.median / ours.median));
        }
        Spread oursMemory = Spread.of(oursLines, 4);
        Spread anchorMemory = Spread.of(anchorLines, 4);
        if (oursMemory.median > 0 && anchorMemory.median > 0) {
            entry.put("oursPeakMiB", Math.round(oursMemory.most / 1024));
            entry.put("anchorPeakMiB", Math.round(anchorMemory.most / 1024));
            System.out.printf(
                    Locale.ROOT,
                    "        peak memory ours %.0f MiB, anchor %.0f MiB%n",
                    oursMemory.most / 1024,
                    anchorMemory.most / 1024);
        }
    }

    private static void line(String side, Spread spread, String unit) {
        System.out.printf(Locale.ROOT, "        %-7s %s %s%n", side, spread.text(), unit);
    }

    private static Object rounded(double value) {
        return value >= 1000 ? (Object) Math.round(value) : (Object) Double.valueOf(number(value));
    }

    private static String number(double value) {
        return value >= 1000
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, value >= 10 ? "%.2f" : "%.4f", value);
    }
}
