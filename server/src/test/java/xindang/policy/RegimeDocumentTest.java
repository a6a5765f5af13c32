package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.platform.time.BusinessClock;
import xindang.suite.Client;
import xindang.suite.Company;

class RegimeDocumentTest {

    private static final String DOCUMENT = "/policy/regime/document";

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");
    private final Client group = company.user("leading-group");

    @AcceptanceTest
    @Requirement({"POL-01", "POL-02", "POL-04"})
    void the_document_says_what_is_in_force_and_follows_every_publication() throws IOException {
        assertThat(pdf("")).contains("第一章", "总则", "目录", "解释部门", "领导小组", "1个月", "尚未发布");
        Draft draft = Draft.start(manager, company.id(), "S20", null);
        draft.set("hnd.contract.within", "\"P17D\"");
        assertThat(pdf("&draft=" + draft.id())).contains("17天", "草案，未生效");
        assertThat(pdf("")).doesNotContain("17天");
        draft.check();
        assertThat(draft.decide(group, "approved").status()).isEqualTo(200);
        String after = pdf("");
        assertThat(after).contains("一、", "17天", "修订记录", LocalDate.now(BusinessClock.ZONE) + "");
        assertThat(after).as("S20 does not speak of scales").doesNotContain("最低分");
        assertThat(docx("&lang=en")).contains("17 days", "History of changes", "Contents");
        assertThat(manager.get("/audittrail/entries?action=policy.print&object=" + company.id())
                        .text("/items/0/basis/sha256"))
                .hasSize(64);
    }

    @AcceptanceTest
    @Requirement("POL-11")
    void customers_get_the_released_topics_only() throws IOException {
        String text = pdf("&part=extract");
        assertThat(text).contains("对客户公开摘要", "信用等级及含义", "AAA").doesNotContain("最低分", "滞纳金");
    }

    @Test
    void a_document_out_of_reach_is_not_printed() {
        assertThat(new Company()
                        .user("credit-manager")
                        .get(DOCUMENT + "?node=" + company.id())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"lang=fr, 422", "part=half, 422", "sample=Z99, 422", "form=exe, 422", "draft=1, 400"})
    void a_wrong_wish_is_refused(String wish, int status) {
        assertThat(manager.get(DOCUMENT + "/file?" + wish).status()).isEqualTo(status);
    }

    private String pdf(String more) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file("form=pdf" + more))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private String docx(String more) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(file("form=docx" + more)));
                var text = new XWPFWordExtractor(word)) {
            return text.getText();
        }
    }

    private byte[] file(String wish) {
        return manager.download(DOCUMENT + "/file?node=" + company.id() + "&" + wish);
    }
}
