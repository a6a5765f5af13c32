package xindang.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import xindang.engine.customerfile.UnifiedCreditCode;

/** Names and codes of made-up companies (演示企业名称): every name says that it is a demonstration. */
final class DemoNames {

    /** A city and the number of its region (GB/T 2260). */
    private record City(String name, String region) {}

    private static final List<City> CITIES = List.of(
            new City("北京", "110108"),
            new City("天津", "120116"),
            new City("大连", "210211"),
            new City("上海", "310115"),
            new City("昆山", "320583"),
            new City("杭州", "330106"),
            new City("合肥", "340104"),
            new City("厦门", "350206"),
            new City("青岛", "370212"),
            new City("郑州", "410105"),
            new City("武汉", "420111"),
            new City("长沙", "430104"),
            new City("深圳", "440305"),
            new City("重庆", "500112"),
            new City("成都", "510107"),
            new City("西安", "610113"));
    private static final List<String> INDUSTRIES =
            List.of("纺织", "物流", "电子", "化工", "食品", "建材", "汽配", "包装", "医疗器械", "设备制造");
    private static final String FIRST = "启云晨沐远青柏岚澄禾景朗瑞砚栖";
    private static final String SECOND = "川禾野林舟石桥帆泽岭原溪谷梧屿";
    private static final List<String> SIGNS = List.of("演示", "示例", "样本");
    private static final List<String> FORMS = List.of("有限公司", "有限责任公司", "股份有限公司");
    private static final String CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String BODY_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** Weights of the first eight signs of an organisation code (GB 11714). */
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;
    private final Set<String> given = new HashSet<>();

    DemoNames(Random random) {
        this.random = random;
    }

    /** A customer that no other has the name of. */
    DemoCustomer customer(String number, Habit habit, int termDays, int monthlyYuan) {
        while (true) {
            City city = any(CITIES);
            String industry = any(INDUSTRIES);
            String name = city.name() + sign(FIRST) + sign(SECOND) + any(SIGNS) + industry + any(FORMS);
            if (given.add(name)) {
                return new DemoCustomer(
                        number, name, code(city.region()), city.name(), industry, habit, termDays, monthlyYuan);
            }
        }
    }

    /** A company registered with the market authority (91) in a region. */
    private String code(String region) {
        var code = new StringBuilder("91").append(region).append("MA");
        for (int i = 0; i < 6; i++) {
            code.append(sign(CODE_SIGNS));
        }
        code.append(organisationCheck(code.substring(8)));
        return code.append(UnifiedCreditCode.checkSign(code.toString())).toString();
    }

    private static char organisationCheck(String eight) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            sum += BODY_SIGNS.indexOf(eight.charAt(i)) * BODY_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private char sign(String signs) {
        return signs.charAt(random.nextInt(signs.length()));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
