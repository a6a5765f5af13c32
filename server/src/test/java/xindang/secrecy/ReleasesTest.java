package xindang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;

/** What leaves the house carries its mark and stands in the register. */
class ReleasesTest {

    @AcceptanceTest
    @Requirement({"SEC-03", "SEC-05", "SEC-10"})
    void exports_carry_reader_time_number_and_level() throws IOException {
        var house = new House("导出客户").classified("confidential");
        Client manager = house.manager();
        String csv = new String(manager.download("/customerfile/customers.csv"), StandardCharsets.UTF_8);
        String foot = List.of(csv.split("\r\n")).getLast();
        String number = manager.get("/secrecy/releases").text("/items/0/number");
        assertThat(foot).startsWith("商业秘密 · 秘密 · " + number).contains("credit-manager");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(manager.download("/customerfile/customers.xlsx")))) {
            String next = manager.get("/secrecy/releases").text("/items/0/number");
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("商业秘密");
            assertThat(book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("秘密");
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo(next);
            assertThat(book.getSheetAt(1).getFooter().getCenter()).contains("商业秘密", next);
            assertThat(next).isGreaterThan(number);
        }
    }

    @Test
    void who_is_not_cleared_takes_an_internal_list_without_the_closed_rows_content() {
        var house = new House("未涉密客户").classified("secret");
        Client finance = house.user("finance");
        String csv = new String(finance.download("/customerfile/customers.csv?sort=number"), StandardCharsets.UTF_8);
        assertThat(csv).contains("未涉密客户", "商业秘密 · 内部").doesNotContain("900.00");
    }

    @AcceptanceTest
    @Requirement("SEC-10")
    void what_is_given_outside_is_entered_with_recipient_ground_and_approval() {
        var house = new House("对外客户");
        Client manager = house.manager();
        String entry =
                "{\"what\":\"年度对账单\",\"recipient\":\"市中级人民法院\",\"ground\":\"调查令2026-17\",\"approval\":\"总经理\",\"level\":\"internal\"}";
        Answer entered = manager.post("/secrecy/releases", entry);
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.text("/number")).matches("D\\d{4}-\\d{6}");
        Answer found = manager.get("/secrecy/releases?kind=manual&q=" + Client.encoded("法院"));
        assertThat(found.text("/items/0/ground")).isEqualTo("调查令2026-17");
        assertThat(manager.get("/secrecy/releases?kind=export&q=" + Client.encoded("法院"))
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(manager.post("/secrecy/releases", entry.replace("市中级人民法院", " "))
                        .code())
                .isEqualTo("invalid-fields");
        assertThat(house.user("sales").post("/secrecy/releases", entry).code()).isEqualTo("right-missing");
    }

    @AcceptanceTest
    @Requirement({"SEC-03", "SEC-10"})
    void a_print_gets_a_number_of_the_register_and_stands_on_the_trail() {
        var house = new House("打印客户").classified("confidential");
        Client manager = house.manager();
        Answer print = manager.post("/secrecy/prints", "{\"file\":\"" + house.customer() + "\"}");
        assertThat(print.text("/level")).isEqualTo("confidential");
        assertThat(manager.get("/secrecy/releases?kind=print").text("/items/0/number"))
                .isEqualTo(print.text("/number"));
        assertThat(manager.get("/customerfile/customers/" + house.customer() + "/trail")
                        .body())
                .contains("secrecy.print-file");
        assertThat(house.user("finance")
                        .post("/secrecy/prints", "{\"file\":\"" + house.customer() + "\"}")
                        .code())
                .isEqualTo("above-clearance");
    }

    @Test
    void numbers_have_no_gaps() {
        var house = new House("编号客户");
        Client manager = house.manager();
        for (int i = 0; i < 3; i++) {
            manager.download("/customerfile/customers.csv");
        }
        assertThat(manager.download("/customerfile/customers.csv?columns=nonsense"))
                .isNotEmpty();
        manager.download("/customerfile/customers.csv");
        Answer list = manager.get("/secrecy/releases");
        assertThat(list.text("/items/0/number")).endsWith("-000004");
        assertThat(list.text("/items/3/number")).endsWith("-000001");
    }
}
