package xindang.integration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a column of a list of customers may hold (客户清单字段), and the headers it goes by. */
enum CustomerField {
    NAME("name", 300, "客户名称|客户|名称|公司名称|企业名称|单位名称|customername|customer|name|companyname|company"),
    NUMBER("number", 200, "客户编码|客户编号|客户代码|客户号|编码|编号|代码|customernumber|customerno|customerid|customercode|number|code"),
    CREDIT_CODE(
            "creditCode",
            40,
            "统一社会信用代码|社会信用代码|信用代码|纳税人识别号|税号|unifiedcreditcode|unifiedsocialcreditcode|creditcode|uscc"),
    DEPARTMENT("department", 200, "部门|所属部门|销售部门|department"),
    KEEPER("keeper", 200, "专管员|保管人|负责人|业务员|客户经理|销售员|keeper|owner|salesperson|accountmanager"),
    INDUSTRY("industry", 100, "行业|所属行业|industry"),
    KIND("kind", 40, "客户类型|客户类别|类型|kind|customertype|type"),
    REGION("region", 100, "地区|区域|省份|region"),
    ADDRESS("address", 300, "地址|注册地址|经营地址|通讯地址|address"),
    CONTACT("contact", 100, "联系人|contact|contactperson"),
    PHONE("phone", 50, "电话|联系电话|手机|phone|telephone|mobile");

    private static final Pattern NOISE = Pattern.compile("[\\s*_.:()/-]+");

    private final String key;
    private final int longest;
    private final String headers;

    CustomerField(String key, int longest, String headers) {
        this.key = key;
        this.longest = longest;
        this.headers = "|" + headers + "|";
    }

    /** Key of the field. */
    String key() {
        return key;
    }

    /** Most letters a cell may have. */
    int longest() {
        return longest;
    }

    /** The field a header means; width, case, blanks and punctuation do not matter. */
    static Optional<CustomerField> ofHeader(String header) {
        String plain = NOISE.matcher(
                        Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return plain.isEmpty() || plain.contains("|")
                ? Optional.empty()
                : Stream.of(values())
                        .filter(field -> field.headers.contains("|" + plain + "|"))
                        .findFirst();
    }
}
