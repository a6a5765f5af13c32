package xindang.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.decision.Sha256;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.platform.database.Installation;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** Documents come in by their content, stay as they are, and are given to who may see them. */
class DocumentsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    private static Company company;
    private static Client manager;
    private static Client reader;
    private static String department;
    private static String customer;

    @BeforeAll
    static void people() {
        company = new Company();
        department = company.department("销售一部");
        manager = company.user("credit-manager");
        reader = company.user("sales", department);
        customer = Company.customer(manager, "资料客户" + UUID.randomUUID(), department);
    }

    private static byte[] pdf() {
        return ("%PDF-1.4\n% " + UUID.randomUUID() + "\n%%EOF\n").getBytes(UTF_8);
    }

    private static Answer upload(String name, byte[] content) {
        return manager.upload("/document/documents?customer=" + customer, name, content, Map.of());
    }

    private static Answer added(String name, byte[] content) {
        Answer added = upload(name, content);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return added;
    }

    private static Path folder() {
        return Suite.server().part(Installation.class).folder().resolve("documents");
    }

    private static Path place(byte[] content) {
        String hash = Sha256.hex(new String(content, UTF_8));
        return folder().resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    private static long waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("incoming"))) {
            return files.count();
        }
    }

    @AcceptanceTest
    @Requirement("DOC-19")
    void a_document_gets_versions_and_every_one_stays_with_hash_person_and_time() {
        byte[] first = pdf();
        byte[] second = pdf();
        Answer added = added("营业执照.pdf", first);
        String path = "/document/documents/" + added.text("/id");
        assertThat(added.text("/number")).startsWith("ZL-");
        assertThat(added.text("/versions/0/sha256")).isEqualTo(Sha256.hex(new String(first, UTF_8)));
        String again = path + "/versions?reason=" + Client.encoded("年检换证");
        assertThat(manager.upload(again, "营业执照2.pdf", second, Map.of()).code()).isEqualTo("precondition-required");
        Answer newer = manager.upload(again, "营业执照2.pdf", second, Map.of("If-Match", added.header("ETag")));
        assertThat(newer.status()).as(newer.body()).isEqualTo(200);
        assertThat(newer.text("/versions/0/reason")).isEqualTo("年检换证");
        assertThat(manager.upload(again, "x.pdf", pdf(), Map.of("If-Match", "\"1\""))
                        .code())
                .isEqualTo("stale");
        assertThat(reader.download(path + "/versions/1/content")).isEqualTo(first);
        assertThat(reader.download(path + "/versions/2/content")).isEqualTo(second);
        Answer list = reader.get("/document/documents?customer=" + customer);
        assertThat(list.text("/items/0/title")).isEqualTo("营业执照.pdf");
        assertThat(list.text("/items/0/version")).isEqualTo("2");
        assertThat(list.text("/items/0/name")).isEqualTo("营业执照2.pdf");
        Answer trail = manager.get("/audittrail/entries?action=document.add-version");
        assertThat(trail.text("/items/0/basis/reason")).isEqualTo("年检换证");
        assertThat(trail.text("/items/0/basis/sha256")).isEqualTo(Sha256.hex(new String(second, UTF_8)));
    }

    @AcceptanceTest
    @Requirement("SEC-03")
    void looking_and_taking_out_are_two_rights_and_what_is_taken_out_stands_in_the_register() {
        byte[] content = pdf();
        String path = "/document/documents/" + added("合同.pdf", content).text("/id") + "/versions/1";
        assertThat(reader.get(path + "/content").header("Content-Security-Policy"))
                .contains("sandbox");
        assertThat(reader.get(path + "/content").header("Content-Disposition")).startsWith("inline");
        assertThat(reader.get(path + "/file").code()).isEqualTo("right-missing");
        Answer taken = manager.get(path + "/file");
        assertThat(taken.header("Content-Disposition")).startsWith("attachment");
        String number = taken.header("X-Release-Number");
        assertThat(number).startsWith("D");
        Answer register = manager.get("/secrecy/releases");
        assertThat(register.text("/items/0/number")).isEqualTo(number);
        assertThat(register.text("/items/0/what")).endsWith("合同.pdf");
        assertThat(manager.get("/audittrail/entries?action=document.download").text("/items/0/basis/number"))
                .isEqualTo(number);
    }

    @AcceptanceTest
    @Requirement({"SEC-02", "ORG-01"})
    void who_does_not_reach_the_file_or_is_not_cleared_finds_nothing() {
        Answer open = added("公开资料.pdf", pdf());
        assertThat(manager.upload("/document/documents?level=secret&customer=" + customer, "机密.pdf", pdf(), Map.of())
                        .code())
                .as("nobody stores what he may not read")
                .isEqualTo("above-clearance");
        String user = manager.get("/identity/session").text("/user/id");
        Suite.server()
                .admin()
                .send(
                        "PUT",
                        "/secrecy/clearances/" + user,
                        "{\"level\":\"secret\",\"reason\":\"岗位需要\"}",
                        Map.of("If-Match", "\"0\""));
        Answer secret =
                manager.upload("/document/documents?level=secret&customer=" + customer, "机密.pdf", pdf(), Map.of());
        assertThat(secret.status()).as(secret.body()).isEqualTo(201);
        assertThat(secret.text("/handling")).isEqualTo("secret");
        String path = "/document/documents/" + secret.text("/id");
        assertThat(reader.get(path).status()).isEqualTo(404);
        assertThat(reader.get(path + "/versions/1/content").status()).isEqualTo(404);
        assertThat(reader.get("/document/documents?customer=" + customer).body())
                .doesNotContain("机密.pdf");
        assertThat(manager.get(path + "/versions/1/content").status()).isEqualTo(200);
        Answer trail = manager.get("/audittrail/entries?action=document.read");
        assertThat(trail.text("/items/0/object/id")).isEqualTo(secret.text("/id"));
        assertThat(trail.text("/items/0/object/name")).as("no title").isEqualTo(secret.text("/number"));
        for (Client stranger : new Client[] {
            company.user("credit-manager", company.department("销售二部")), new Company().user("credit-manager")
        }) {
            assertThat(stranger.get("/document/documents?customer=" + customer).status())
                    .isEqualTo(404);
            assertThat(stranger.get("/document/documents/" + open.text("/id")).status())
                    .isEqualTo(404);
            assertThat(stranger.get("/document/documents/" + open.text("/id") + "/versions/1/file")
                            .status())
                    .isEqualTo(404);
        }
    }

    @AcceptanceTest
    @Requirement("DOC-19")
    void the_same_content_again_is_refused_with_the_document_that_has_it_unless_confirmed() throws IOException {
        byte[] content = pdf();
        Answer first = added("一.pdf", content);
        Answer same = upload("二.pdf", content);
        assertThat(same.code()).isEqualTo("document-duplicate");
        assertThat(same.text("/reasons/0/facts/document")).isEqualTo(first.text("/id"));
        assertThat(same.text("/reasons/0/facts/title")).isEqualTo("一.pdf");
        Answer confirmed =
                manager.upload("/document/documents?again=true&customer=" + customer, "二.pdf", content, Map.of());
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(Files.size(place(content))).isEqualTo(content.length);
        Client other = new Company().user("credit-manager");
        String theirs = Company.customer(other, "别家客户" + UUID.randomUUID(), null);
        assertThat(other.upload("/document/documents?customer=" + theirs, "三.pdf", content, Map.of())
                        .status())
                .as("who may not see the others is told nothing of them")
                .isEqualTo(201);
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("SEC-08")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation                     | name             | content | code
            nothing in it                 | a.pdf            | empty   | document-empty
            a picture named as a PDF      | a.pdf            | png     | document-name-mismatch
            a PDF named as a picture      | a.png            | pdf     | document-name-mismatch
            no ending                     | a                | pdf     | document-name-mismatch
            a page with a script          | a.html           | html    | document-type-refused
            a script named as a text      | a.txt            | html    | document-type-refused
            a program                     | a.pdf            | exe     | document-type-refused
            a plain archive               | a.docx           | zip     | document-type-refused
            an archive that claims 8 GiB  | a.docx           | bomb    | document-type-refused
            a broken archive              | a.docx           | broken  | document-type-refused
            a way out of the folder       | ../../a.pdf      | pdf     | document-name-unfit
            another way out               | ..%5C..%5Ca.pdf  | pdf     | document-name-unfit
            a hidden name                 | .pdf             | pdf     | document-name-unfit
            a turned name                 | a\u202efdp.exe.pdf | pdf   | document-name-unfit
            a name nobody can read        | a\uFFFD.pdf      | pdf     | document-name-unfit""")
    void what_is_hostile_is_refused_and_leaves_nothing(String situation, String name, String content, String code)
            throws IOException {
        Answer refused = upload(name.replace("%5C", "\\\\"), content(content));
        assertThat(refused.code()).as(refused.body()).isEqualTo(code);
        assertThat(waiting()).isZero();
    }

    private static byte[] content(String kind) throws IOException {
        return switch (kind) {
            case "empty" -> new byte[0];
            case "png" -> PNG;
            case "pdf" -> pdf();
            case "html" -> "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8);
            case "exe" -> new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff, 0, 0};
            case "zip" -> zip("a.txt");
            case "broken" -> new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0};
            case "bomb" -> bomb();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A word file whose directory says of each of two parts that it becomes almost 4 GiB. */
    private static byte[] bomb() throws IOException {
        byte[] zip = zip("[Content_Types].xml", "word/document.xml");
        for (int i = 0; i + 28 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 24] = (byte) 0xf0;
                zip[i + 25] = (byte) 0xff;
                zip[i + 26] = (byte) 0xff;
                zip[i + 27] = (byte) 0xff;
            }
        }
        return zip;
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void names_as_people_give_them_and_files_of_the_office_come_in() throws IOException {
        assertThat(added("扫描件（1）.PNG", PNG.clone()).text("/versions/0/shown")).isEqualTo("picture");
        assertThat(added("调查表.docx", zip("[Content_Types].xml", "word/document.xml", "n" + UUID.randomUUID()))
                        .text("/versions/0/type"))
                .isEqualTo("docx");
        Answer text = added("备注.txt", ("浙江某某公司 " + UUID.randomUUID()).getBytes(Charset.forName("GB18030")));
        assertThat(text.text("/versions/0/shown")).isEqualTo("card");
        assertThat(manager.get("/document/documents/" + text.text("/id") + "/versions/1/content")
                        .code())
                .isEqualTo("document-not-shown");
        assertThat(added("长".repeat(120) + ".pdf", pdf()).status()).isEqualTo(201);
        assertThat(upload("a".repeat(197) + ".pdf", pdf()).code()).isEqualTo("document-name-unfit");
        // The container cuts the head of a part at 512 bytes, before the name is judged.
        assertThat(upload("长".repeat(197) + ".pdf", pdf()).code()).isEqualTo("too-large");
    }

    @AcceptanceTest
    @Requirement("SEC-08")
    void a_file_beyond_the_limit_is_cut_off_and_nothing_of_it_stays() throws IOException {
        Answer refused = upload("大.pdf", new byte[(50 << 20) + 1]);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("document-too-large");
        assertThat(waiting()).isZero();
    }

    @AcceptanceTest
    @Requirement("DOC-19")
    void a_content_that_is_not_what_was_stored_is_an_alarm_and_no_wrong_byte_is_given() throws IOException {
        byte[] content = pdf();
        String path = "/document/documents/" + added("损坏.pdf", content).text("/id") + "/versions/1";
        byte[] wrong = content.clone();
        wrong[20] ^= 1;
        Files.write(place(content), wrong);
        Answer damaged = manager.get(path + "/content");
        assertThat(damaged.status()).isEqualTo(500);
        assertThat(damaged.code()).isEqualTo("document-damaged");
        assertThat(manager.get(path + "/file").code()).isEqualTo("document-damaged");
        Files.delete(place(content));
        assertThat(manager.get(path + "/content").code()).isEqualTo("document-damaged");
        // Whoever has the file brings it in again, and the place is whole.
        manager.upload("/document/documents?again=true&customer=" + customer, "再.pdf", content, Map.of());
        assertThat(manager.download(path + "/content")).isEqualTo(content);
    }

    @Test
    @Requirement("DOC-19")
    void what_no_version_names_is_removed_after_its_time_and_what_one_names_stays() throws IOException {
        byte[] named = pdf();
        added("有主.pdf", named);
        byte[] orphan = pdf();
        var contents = Suite.server().part(ContentStore.class);
        try (var received = contents.receive(new ByteArrayInputStream(orphan), 1 << 20)) {
            contents.keep(received);
        }
        Path left = Files.write(folder().resolve("incoming/left.part"), orphan);
        var sweep = Suite.server().part(ContentSweep.class);
        sweep.sweep(Duration.ofHours(1));
        assertThat(place(orphan)).exists();
        assertThat(left).exists();
        sweep.sweep(Duration.ofSeconds(-1));
        assertThat(place(orphan)).doesNotExist();
        assertThat(left).doesNotExist();
        assertThat(place(named)).exists();
    }
}
