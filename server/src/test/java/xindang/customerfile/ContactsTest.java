package xindang.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** Phones and addresses of a customer's people are masked; reading them is a right of its own and recorded apart. */
class ContactsTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            phone,          shown
            13900008888,    139****8888
            +8613900008888, +86****8888
            05925551234,    059****1234
            5551234,        ****34
            1,              ****1""")
    void phones_keep_their_ends(String phone, String shown) {
        assertThat(PersonalData.phone(phone)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            mail,               shown
            li.qiang@example.cn, l****@example.cn
            @example.cn,        ****
            no address,         ****""")
    void mails_keep_their_domain(String mail, String shown) {
        assertThat(PersonalData.mail(mail)).isEqualTo(shown);
    }

    @AcceptanceTest
    @Requirement("SEC-06")
    void whoever_needs_them_reads_them_and_that_is_recorded() {
        var company = new Company();
        Client manager = company.user("credit-manager");
        String customer = withContacts(manager);
        String path = "/customerfile/customers/" + customer;
        assertThat(manager.get(path).body())
                .contains("张果老", "139****8888", "z****@example.cn")
                .doesNotContain("13900008888", "zhang@example.cn");
        Client sales = company.user("sales");
        String trail = "/audittrail/entries?action=customerfile.read-contacts&object=" + customer;
        assertThat(Suite.server().admin().get(trail).json().at("/items")).isEmpty();
        assertThat(sales.get(path + "/contacts").body()).contains("13900008888", "zhang@example.cn");
        assertThat(Suite.server().admin().get(trail).text("/items/0/actor/name"))
                .startsWith("sales");
    }

    @AcceptanceTest
    @Requirement("SEC-06")
    void nobody_else_reads_them() {
        var company = new Company();
        String path = "/customerfile/customers/" + withContacts(company.user("credit-manager")) + "/contacts";
        assertThat(company.user("executive").get(path).code()).isEqualTo("right-missing");
        assertThat(new Company().user("sales").get(path).status()).isEqualTo(404);
    }

    private static String withContacts(Client manager) {
        String customer = Company.customer(manager, "蓬莱贸易", null);
        Company.sql(
                "update customerfile_file set contacts = cast(? as jsonb) where id = ?",
                "[{\"name\":\"张果老\",\"role\":\"采购\",\"phone\":\"13900008888\",\"mail\":\"zhang@example.cn\"}]",
                customer);
        return customer;
    }
}
