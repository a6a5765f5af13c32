package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            header                 | name          | exponent | currency
            金额(万元)             | 金额          | 4        | 元
            金额（元）             | 金额          | 0        | 元
            金额/元                | 金额          | 0        | 元
            金额(人民币)           | 金额          | 0        | CNY
            应收金额（人民币万元） | 应收金额      | 4        | CNY
            Amount (USD)           | amount        | 0        | USD
            Amount in USD          | amount        | 0        | USD
            Amount USD             | amount        | 0        | USD
            USD Amount             | amount        | 0        | USD
            Amount ($)             | amount        | 0        | $
            Amount (in thousands)  | amount        | 3        | none
            Amount (USD millions)  | amount        | 6        | USD
            余额(亿元)             | 余额          | 8        | 元
            金额(千美元)           | 金额          | 3        | USD
            金额(含税)             | 金额          |          |
            金额(未收)             | 未收          |          |
            Due_Date               | duedate       |          |
            ＤＵＥ　ＤＡＴＥ       | duedate       |          |
            Invoice #              | invoiceno     |          |
            Cust. No.              | custno        |          |""")
    void a_header_is_a_name_and_a_unit(String text, String name, Integer exponent, String currency) {
        Header header = Header.of(text);
        assertThat(header.name()).isEqualTo(name);
        if (exponent == null) {
            assertThat(header.unit()).isNull();
        } else {
            int expected = currency.equals("none") ? Currencies.NONE : Currencies.of(currency);
            assertThat(header.unit()).isEqualTo(new Unit(exponent, expected));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            headers                                                                    | fields
            客户编码,客户名称,发票号,开票日期,到期日,价税合计,币种                         | customer=0 customerName=1 invoice=2 issued=3 due=4 amount=5 currency=6
            序号,往来单位,单据编号,单据日期,业务日期,应收日期,金额,税额,价税合计           | customer=1 invoice=2 issued=3 due=5 amount=8
            客户编码,客户,单据号,到期日,金额,已核销,未核销                                | customer=0 customerName=1 invoice=2 due=3 amount=4 outstanding=6
            客户名称,到期日,未收金额                                                    | customer=0 due=1 amount=2
            business_code,cust_number,name_customer,doc_id,posting_date,document_date,baseline_create_date,due_in_date,invoice_currency,document_type,total_open_amount,cust_payment_terms | customer=1 customerName=2 invoice=3 issued=5 due=7 amount=10 currency=8 term=11
            seq,cust_number,name_customer,due_date,clear_date,amount,days_late          | customer=1 customerName=2 due=3 amount=5 settled=4
            Date,Transaction Type,Num,Customer,Due Date,Amount,Open Balance             | customer=3 invoice=2 issued=0 due=4 amount=5 outstanding=6
            Customer Number,Customer Name,Trx Number,Trx Date,Due Date,Invoice Currency Code,Amount Due Original,Amount Due Remaining | customer=0 customerName=1 invoice=2 issued=3 due=4 amount=6 currency=5 outstanding=7
            KUNNR,BELNR,BLDAT,BUDAT,ZFBDT,WAERS,WRBTR,DMBTR,Net due                     | customer=0 invoice=1 issued=2 due=8 amount=6 currency=5
            客户代码,开票日期,账期,应收金额,收款日期,已收金额,争议                        | customer=0 issued=1 amount=3 settled=4 settledAmount=5 disputed=6 term=2
            account,amount,due                                                         | customer=0 due=2 amount=1""")
    void the_columns_of_a_ledger_are_recognised(String headers, String fields) {
        HeaderMatch match = new HeaderMatch(Arrays.asList(headers.split(",", -1)), null);
        assertThat(fields(match)).isEqualTo(fields);
        assertThat(match.competing).isEmpty();
        assertThat(match.missing()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            headers                                | field    | columns
            客户编码,客户代码,到期日,金额          | customer | 0 1
            客户,到期日,金额,总额,Amount           | amount   | 2 4
            customer,due date,due,amount           | due      | 1 2
            客户,到期日,金额,金额                  | amount   | 2 3""")
    void columns_of_one_rank_compete(String headers, String field, String columns) {
        HeaderMatch match = new HeaderMatch(Arrays.asList(headers.split(",", -1)), null);
        List<Integer> expected =
                Arrays.stream(columns.split(" ", -1)).map(Integer::valueOf).toList();
        assertThat(match.competing).isEqualTo(Map.of(java.util.Objects.requireNonNull(Field.ofKey(field)), expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"序号", "seq", "No", "税额", "备注", "salesman", "order_no", "税率", "订单号", "id", ""})
    void other_columns_are_left_alone(String header) {
        HeaderMatch match = new HeaderMatch(List.of(header), null);
        assertThat(match.count()).isZero();
    }

    private static String fields(HeaderMatch match) {
        Map<Integer, String> found = new TreeMap<>();
        for (Field field : Field.values()) {
            if (match.columnOf[field.index()] >= 0) {
                found.put(field.index(), field.key() + "=" + match.columnOf[field.index()]);
            }
        }
        return String.join(" ", found.values());
    }
}
