package xindang.customerfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Personal data of a customer's people as everybody sees them (个人信息脱敏): enough to tell one from another, too little to call or write
 * to. Whoever needs the rest asks for it, and that is recorded. Requirement SEC-06.
 */
final class PersonalData {

    private static final String HIDDEN = "****";
    private static final int FIRST = 3;
    private static final int LAST = 4;

    private PersonalData() {}

    /** People with phone and mail masked; names and roles stay. */
    static List<Map<String, Object>> masked(List<Map<String, Object>> people) {
        return people.stream().map(PersonalData::masked).toList();
    }

    private static Map<String, Object> masked(Map<String, Object> person) {
        var shown = new HashMap<String, Object>(person);
        shown.computeIfPresent("phone", (_, phone) -> phone(phone.toString()));
        shown.computeIfPresent("mail", (_, mail) -> mail(mail.toString()));
        return Map.copyOf(shown);
    }

    /** First three and last four digits, as on Chinese bills; of a short number the last two signs. */
    static String phone(String phone) {
        int length = phone.length();
        return length >= FIRST + LAST + 2
                ? phone.substring(0, FIRST) + HIDDEN + phone.substring(length - LAST)
                : HIDDEN + phone.substring(Math.max(0, length - 2));
    }

    /** First sign and domain; what is no address is hidden whole. */
    static String mail(String mail) {
        int at = mail.lastIndexOf('@');
        return at < 1 ? HIDDEN : mail.charAt(0) + HIDDEN + mail.substring(at);
    }
}
