package xindang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Asks a filled server: {@code ListsLoad SERVER PASSWORD QUESTIONS REQUESTS OUT [TITLE]}. Each question is asked once cold, then
 * to warm up, then so many times by two clients at once; OUT gets a table of milliseconds, standard output a sample line for
 * each question under the bar. With a title, only questions whose title contains it.
 */
public final class ListsLoad {

    private static final int CLIENTS = 2;
    private static final int WARM_UP = 20;
    private static final int VARIANTS = 20;
    private static final int PAGES_BEHIND = 200;
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9]+)}");
    private static final String CITY = "北京上海广州深圳天津重庆成都武汉西安南京杭州苏州长沙青岛大连厦门";
    private static final String FIRST = "恒远宏达鑫盛华泰瑞丰联创信诚安康";
    private static final String SECOND = "通海源辉龙凯腾飞博雅嘉润科美光明";
    private static final String THIRD = "天地日月山川江河春夏秋冬东南中北";

    private final Map<Character, List<ListsClient>> people = new HashMap<>();
    private final Map<Character, Map<String, List<String>>> values = new HashMap<>();
    private final List<String> table = new ArrayList<>();
    private final int requests;

    private ListsLoad(int requests) {
        this.requests = requests;
    }

    /** A question: who asks, its title, its path. */
    private record Question(String who, String title, String path) {}

    /** Milliseconds of a question. */
    private record Times(double cold, double[] sorted) {

        double at(int percent) {
            return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
        }
    }

    /** Asks. */
    public static void main(String[] args) throws Exception {
        var load = new ListsLoad(Integer.parseInt(args[3]));
        for (var person : Map.of('m', "manager", 'b', "big", 's', "small").entrySet()) {
            var clients = new ArrayList<ListsClient>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new ListsClient(args[0]).signedIn(person.getValue(), args[1]));
            }
            load.people.put(person.getKey(), clients);
            load.values.put(person.getKey(), values(clients.getFirst()));
        }
        load.ask(questions(Path.of(args[2]), args.length > 5 ? args[5] : ""));
        Files.write(Path.of(args[4]), load.table);
    }

    private static List<Question> questions(Path file, String wanted) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\|", -1))
                .map(part -> new Question(part[0], part[1], part[2]))
                .filter(question -> question.title().contains(wanted))
                .toList();
    }

    private void ask(List<Question> questions) throws Exception {
        row("question", "who", "cold", "p50", "p95", "p99", "most");
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Question question : questions) {
                for (char who : question.who().toCharArray()) {
                    Times times = times(threads, question, who);
                    row(
                            question.title(),
                            switch (who) {
                                case 'm' -> "company";
                                case 'b' -> "department, 25 %";
                                default -> "department, 0.1 %";
                            },
                            millis(times.cold()),
                            millis(times.at(50)),
                            millis(times.at(95)),
                            millis(times.at(99)),
                            millis(times.at(100)));
                    if (question.title().startsWith("*")) {
                        System.out.printf(Locale.ROOT, "sample ours %.4f 0 0%n", times.at(95) / 1000);
                    }
                }
            }
        }
    }

    private void row(String... cells) {
        String line = String.format(
                Locale.ROOT, "%-44s %-18s %8s %8s %8s %8s %8s", (Object[]) cells);
        System.err.println(line);
        table.add("| " + String.join(" | ", cells) + " |");
        if (table.size() == 1) {
            table.add("|---|---|---:|---:|---:|---:|---:|");
        }
    }

    private static String millis(double time) {
        return String.format(Locale.ROOT, time < 10 ? "%.1f" : "%.0f", time);
    }

    private Times times(ExecutorService threads, Question question, char who) throws Exception {
        List<String> paths = paths(question, who);
        double cold = time(people.get(who).getFirst(), paths.getFirst());
        round(threads, who, paths, WARM_UP);
        return new Times(cold, round(threads, who, paths, requests));
    }

    /** All clients at once, each its share of so many requests, beginning at different values. */
    private double[] round(ExecutorService threads, char who, List<String> paths, int times) throws Exception {
        var shares = new ArrayList<Callable<double[]>>();
        for (int client = 0; client < CLIENTS; client++) {
            int from = client;
            shares.add(() -> {
                var share = new double[times / CLIENTS];
                for (int i = 0; i < share.length; i++) {
                    share[i] = time(people.get(who).get(from), paths.get((from + i * CLIENTS) % paths.size()));
                }
                return share;
            });
        }
        var all = new ArrayList<double[]>();
        for (var share : threads.invokeAll(shares)) {
            all.add(share.get());
        }
        return all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private static double time(ListsClient client, String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        client.get(path);
        return (System.nanoTime() - start) / 1e6;
    }

    // ---- values of the places in a path ----------------------------------------------------------------------------

    private List<String> paths(Question question, char who) throws IOException, InterruptedException {
        var paths = new ArrayList<String>();
        List<String> cursors = question.path().contains("{page200}")
                ? cursors(people.get(who).getFirst(), question.path().replace("{page200}", ""))
                : List.of();
        for (int i = 0; i < VARIANTS; i++) {
            int variant = i;
            paths.add(PLACE.matcher(question.path()).replaceAll(place -> {
                List<String> known = cursors.isEmpty() ? values.get(who).get(place.group(1)) : cursors;
                return known.get(variant % known.size());
            }));
        }
        return paths;
    }

    /** Cursors of the pages from the 200th on. */
    private static List<String> cursors(ListsClient client, String path) throws IOException, InterruptedException {
        var cursors = new ArrayList<String>();
        String cursor = "";
        // A smaller filling has fewer pages; then it is the last one.
        for (int page = 1; page < PAGES_BEHIND + VARIANTS; page++) {
            List<String> next = all(client.get(path + cursor), "\"next\":\"([^\"]+)\"");
            if (next.isEmpty()) {
                break;
            }
            cursor = next.getFirst();
            if (page >= PAGES_BEHIND - 1) {
                cursors.add(cursor);
            }
        }
        return cursors.isEmpty() ? List.of(cursor) : cursors;
    }

    private static Map<String, List<String>> values(ListsClient client) throws IOException, InterruptedException {
        var found = new HashMap<String, List<String>>();
        var random = new Random(42);
        for (int i = 0; i < VARIANTS; i++) {
            int n = random.nextInt(16);
            String second = letter(SECOND, random);
            String two = letter(FIRST, random) + second;
            add(found, "name2", two);
            add(found, "name3", two + letter(THIRD, random));
            add(found, "name4", CITY.substring(2 * n, 2 * n + 2) + two);
            add(found, "number", "2026-0" + (10_000 + random.nextInt(80_000)));
            add(found, "exact", "C2026-0" + (100_000 + random.nextInt(800_000)));
            add(found, "invoice", "FP0" + (100_000 + random.nextInt(390_000)));
        }
        found.put("past", List.of(LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(100).toString()));
        fromServer(client, found);
        return found;
    }

    private static void fromServer(ListsClient client, Map<String, List<String>> found)
            throws IOException, InterruptedException {
        String list = "/customerfile/customers?limit=" + VARIANTS + "&sort=";
        found.put("customer", all(client.get(list + "number"), "\\{\"id\":\"([0-9a-f-]{36})\",\"number\""));
        found.put("owner", all(client.get(list + "-overdue"), "\"owner\":\\{\"id\":\"([0-9a-f-]{36})\""));
        found.put("department", all(client.get(list + "-overdue"), "\"department\":\\{\"id\":\"([0-9a-f-]{36})\""));
        // The first customers of the filling have most items.
        found.put("most", found.get("customer").subList(0, 1));
    }

    private static void add(Map<String, List<String>> found, String name, String value) {
        found.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private static String letter(String letters, Random random) {
        int at = random.nextInt(letters.length());
        return letters.substring(at, at + 1);
    }

    static String first(String body, String pattern) {
        List<String> found = all(body, pattern);
        if (found.isEmpty()) {
            throw new IllegalStateException("no " + pattern + " in " + body.substring(0, Math.min(300, body.length())));
        }
        return found.getFirst();
    }

    private static List<String> all(String body, String pattern) {
        return Pattern.compile(pattern).matcher(body).results().map(match -> match.group(1)).toList();
    }
}
