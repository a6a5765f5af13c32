package xindang.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Tells the story of the demonstration to an installation that holds nothing (演示数据生成): set-up, people, customers, then
 * month by month invoices and payments and an assessment, each by the person whose work it is and on the day it would be
 * done. All of it goes through the server's own interface.
 */
public final class DemoStory {

    private static final long SEED = 20_260_101;
    private static final String GROUP = "恒信集团(演示)";
    private static final String COMPANY = "恒信演示制造有限公司";
    private static final List<String> DEPARTMENTS = List.of("销售一部", "销售二部", "大客户部");

    /** Years whose holidays come along, as the State Council announced them. */
    private static final List<Integer> HOLIDAYS = List.of(2025, 2026);

    /** Credit files opened between two lines of progress. */
    private static final int STEP = 50;

    private static final int LOOKS = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final long begin = System.nanoTime();
    private final String host;
    private final int port;
    private final DemoPortfolio portfolio;
    private final DemoLogins logins = DemoLogins.made();
    private final Map<String, String> departments = new HashMap<>();
    private final LocalDate today;
    private final Map<Person, String> users = new EnumMap<>(Person.class);

    /**
     * A story that ends on a day.
     *
     * @param host address the server listens on
     * @param port its port
     * @param today the day
     */
    public DemoStory(String host, int port, LocalDate today) {
        this.host = host;
        this.port = port;
        this.today = today;
        this.portfolio = DemoPortfolio.of(SEED, DemoSize.asked(), today);
    }

    /** The day the clock has to stand at before the story begins. */
    public static LocalDate begin(LocalDate today) {
        return DemoSize.asked().begin(today);
    }

    /**
     * Tells it, and says how far it is.
     *
     * @param setupCode code for the first set-up
     * @param folder folder for the file of logins
     * @throws IOException if the server refuses a step
     */
    public void tell(String setupCode, Path folder) throws IOException {
        System.out.println("Making the demonstration, which takes a minute or so 正在生成演示数据,约需一分钟: "
                + portfolio.customers().size() + " customers 客户, "
                + portfolio.invoices().size() + " invoices 发票, "
                + portfolio.size().months() + " months 个月");
        logins.write(logins(folder));
        setUp(setupCode);
        say("group, company, " + DEPARTMENTS.size() + " departments, " + Person.values().length + " users 集团、公司、部门、用户");
        try (var admin = client(Person.ADMIN);
                var specialist = client(Person.LI_NA);
                var finance = client(Person.ZHOU_MIN);
                var manager = client(Person.DIRECTOR_CHEN)) {
            openFiles(specialist);
            LocalDate after = portfolio.begin().minusDays(1);
            for (LocalDate stop : portfolio.stops()) {
                admin.send("PUT", "/platform/clock", Map.of("date", stop.toString()));
                String file = "应收明细-" + stop + ".csv";
                String last =
                        assessment(manager).map(job -> job.at("/id").asString()).orElse("");
                JsonNode brought = bring(finance, "invoices", file, DemoFiles.ledger(portfolio, after, stop));
                JsonNode assessed = manager.await(assessmentAfter(manager, last));
                say("%s: %d invoices new 新增发票, %d updated 更新, %d customers assessed 客户已评估"
                        .formatted(
                                stop,
                                brought.at("/itemsNew").asLong(),
                                brought.at("/itemsUpdated").asLong(),
                                assessed.at("/customers").asLong()));
                after = stop;
            }
            bringHolidays(admin);
            tellWhereToLook(manager);
        }
        System.out.println("\nLogins, also in 登录信息,另存于 " + logins(folder) + "\n" + logins.table());
    }

    /** The file that the logins of a data folder are in. */
    public static Path logins(Path folder) {
        return folder.resolve("logins.txt");
    }

    /** Names the cases a newcomer looks for, as the server's own lists have them. */
    private static void tellWhereToLook(DemoClient manager) throws IOException {
        JsonNode overdue = manager.get("/customerfile/customers?overdueMin=0.01&limit=1");
        JsonNode severe = manager.get("/customerfile/customers?warning=severe&sort=-overdue&limit=20");
        System.out.println("\n" + overdue.at("/count").asLong()
                + " customers owe something overdue (Customers, filter Overdue) 逾期客户(客户列表,按逾期筛选); "
                + severe.at("/count").asLong() + " of them are severe 其中严重:");
        for (JsonNode customer : severe.at("/items")) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s  %s  %s CNY, %d days 天%n",
                    customer.at("/number").asString(),
                    customer.at("/name").asString(),
                    customer.at("/overdue/amount").asString(),
                    customer.at("/maxDaysPastDue").asLong());
        }
    }

    /** The assessment that the import has just ordered: it is there a moment after the import is done. */
    private static JsonNode assessmentAfter(DemoClient manager, String last) throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            var found =
                    assessment(manager).filter(job -> !job.at("/id").asString().equals(last));
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IOException("the import ordered no assessment");
    }

    private static Optional<JsonNode> assessment(DemoClient manager) throws IOException {
        return manager.get("/platform/jobs?limit=10")
                .at("/items")
                .valueStream()
                .filter(job -> job.at("/kind").asString().equals("insight.assess"))
                .findFirst();
    }

    private void say(String what) {
        System.out.printf(
                Locale.ROOT,
                "  %3d s  %s%n",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                what);
    }

    private void setUp(String code) throws IOException {
        try (var admin = new DemoClient(host, port)) {
            admin.send(
                    "POST",
                    "/identity/setup",
                    Map.of(
                            "code",
                            code,
                            "company",
                            Map.of("name", GROUP),
                            "admin",
                            Map.of(
                                    "login", Person.ADMIN.login(),
                                    "name", Person.ADMIN.shown(),
                                    "password", logins.password(Person.ADMIN))));
            admin.signIn(Person.ADMIN.login(), logins.password(Person.ADMIN));
            JsonNode me = admin.send("PATCH", "/identity/session", Map.of("language", "zh"));
            String company = node(admin, me.at("/node/id").asString(), "company", COMPANY);
            for (String department : DEPARTMENTS) {
                departments.put(department, node(admin, company, "department", department));
            }
            for (Person person : Person.values()) {
                if (person != Person.ADMIN) {
                    String department = person.department();
                    String node = department == null ? company : departments.getOrDefault(department, company);
                    String first = DemoLogins.first();
                    JsonNode user = admin.send("POST", "/identity/users", account(person, node, first));
                    users.put(person, user.at("/id").asString());
                    try (var owner = new DemoClient(host, port)) {
                        owner.signInFirst(person.login(), first, logins.password(person));
                    }
                }
            }
        }
    }

    private Map<String, String> account(Person person, String node, String password) {
        var account = new HashMap<>(Map.of(
                "login", person.login(),
                "name", person.shown(),
                "role", person.role(),
                "node", node,
                "password", password));
        if (person == Person.AUDITOR) {
            // Auditors come for a time.
            account.put("until", today.plusYears(1).toString());
        }
        return account;
    }

    /** Opens a credit file for each customer; those of the first department have a person who looks after them. */
    private void openFiles(DemoClient specialist) throws IOException {
        String first = DEPARTMENTS.getFirst();
        for (int i = 0; i < portfolio.customers().size(); i++) {
            DemoCustomer customer = portfolio.customers().get(i);
            String department = DEPARTMENTS.get(i % DEPARTMENTS.size());
            JsonNode file = specialist.send(
                    "POST",
                    "/customerfile/customers",
                    Map.of(
                            "name", customer.name(),
                            "creditCode", customer.creditCode(),
                            "department", departments.getOrDefault(department, "")));
            var more = new HashMap<String, String>();
            more.put("address", customer.city());
            more.put("industry", customer.industry());
            if (department.equals(first)) {
                more.put("keeper", users.getOrDefault(Person.WANG_LEI, ""));
            }
            specialist.send("PATCH", "/customerfile/customers/" + file.at("/id").asString(), more);
            if ((i + 1) % STEP == 0 || i + 1 == portfolio.customers().size()) {
                say(i + 1 + " of " + portfolio.customers().size() + " credit files opened 客户档案已建立");
            }
        }
    }

    private static String node(DemoClient admin, String parent, String kind, String name) throws IOException {
        return admin.send("POST", "/identity/nodes", Map.of("parent", parent, "kind", kind, "name", name))
                .at("/id")
                .asString();
    }

    /** Without them every deadline would be provisional. */
    private void bringHolidays(DemoClient admin) throws IOException {
        for (int year : HOLIDAYS) {
            String file = "holidays-" + year + ".json";
            admin.get("/calendar/years");
            admin.send("POST", "/calendar/imports", Map.of("file", file, "text", DemoFiles.resource(file)));
        }
        say("holidays of " + HOLIDAYS + " 节假日");
    }

    private DemoClient client(Person person) throws IOException {
        return new DemoClient(host, port).signIn(person.login(), logins.password(person));
    }

    /** Brings a file in as its person would: upload, check, confirm; no row of it may be faulty. */
    private static JsonNode bring(DemoClient by, String kind, String name, String csv) throws IOException {
        String id = by.upload("/integration/imports?kind=" + kind, name, csv)
                .at("/id")
                .asString();
        String path = "/integration/imports/" + id;
        by.await(by.send("POST", path + "/check", Map.of()));
        by.await(by.send("POST", path + "/confirm", Map.of("mode", "all-or-nothing")));
        return by.get(path).at("/result");
    }
}
