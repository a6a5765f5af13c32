package xindang.format.regime;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Label;

/** Values of parameters in words (取值的文字表述), as a regime says them. */
final class RegimeWords {

    private static final Pattern PERIOD = Pattern.compile("P(?=[0-9])(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)D)?");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d\\d)-(\\d\\d)");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}\\.\\d{2}");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final Map<String, Label> UNITS = Map.of(
            "month", new Label("个月", " months"),
            "day", new Label("天", " days"),
            "workingDay", new Label("个工作日", " working days"),
            "year", new Label("年", " years"),
            "%", new Label("%", " %"),
            "point", new Label("分", " points"),
            "CNY", new Label("元", " yuan"));

    private final Language language;

    RegimeWords(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    /** A value of a parameter in words. */
    String value(Parameter parameter, @Nullable Object value) {
        return switch (value) {
            case null -> none();
            case Boolean truth -> truth ? language.of("是", "yes") : language.of("否", "no");
            case Number number -> number + unit(parameter, number);
            case String text -> text(parameter, text);
            case List<?> items -> items(parameter, items);
            case Map<?, ?> members -> members(parameter, Trees.object(members));
            default -> value.toString();
        };
    }

    private String none() {
        return language.of("无", "none");
    }

    private String unit(Parameter parameter, Number number) {
        Label unit = parameter.unit() == null ? null : UNITS.get(parameter.unit());
        String text = unit == null ? "" : language.of(unit);
        return number.longValue() == 1 && text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
    }

    private String text(Parameter parameter, String text) {
        Matcher period = PERIOD.matcher(text);
        if (period.matches()) {
            return period(period);
        }
        Matcher day = DAY_OF_YEAR.matcher(text);
        if (day.matches()) {
            return dayOfYear(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)));
        }
        if ("CNY".equals(parameter.unit()) && AMOUNT.matcher(text).matches()) {
            return amount(text) + unit(parameter, 2);
        }
        return code(parameter, text)
                + ("%".equals(parameter.unit()) && text.matches("[0-9.]+") ? unit(parameter, 2) : "");
    }

    private static String amount(String text) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(text));
    }

    private String period(Matcher period) {
        var parts = new ArrayList<String>();
        part(parts, period.group(1), "年", "year");
        part(parts, period.group(2), "个月", "month");
        part(parts, period.group(3), "天", "day");
        return String.join(language.of("", " "), parts);
    }

    private void part(List<String> parts, @Nullable String count, String zh, String en) {
        if (count != null) {
            parts.add(language.of(count + zh, count + " " + en + (count.equals("1") ? "" : "s")));
        }
    }

    private String dayOfYear(int month, int day) {
        return month < 1 || month > 12
                ? month + "-" + day
                : language.of(month + "月" + day + "日", day + " " + MONTHS.get(month - 1));
    }

    private String items(Parameter parameter, List<?> items) {
        if (items.isEmpty()) {
            return none();
        }
        boolean rows = items.stream().anyMatch(Map.class::isInstance);
        return items.stream()
                .map(item -> value(parameter, item))
                .collect(Collectors.joining(rows ? language.of("；", "; ") : language.of("、", ", ")));
    }

    private String members(Parameter parameter, Map<String, @Nullable Object> members) {
        if (members.keySet().equals(Set.of("zh", "en"))) {
            return String.valueOf(members.get(language.of("zh", "en")));
        }
        return members.isEmpty()
                ? none()
                : members.entrySet().stream()
                        .map(member -> head(parameter, member.getKey())
                                + language.of("：", ": ")
                                + value(parameter, member.getValue()))
                        .collect(Collectors.joining(language.of("，", ", ")));
    }

    /** A code by its name: of the parameter itself, of its list of names, of the roles; else as it stands. */
    String code(Parameter parameter, String code) {
        Map<String, Map<String, Label>> names = Catalogue.builtIn().names();
        Label own = parameter.labels().get(code);
        Label listed = parameter.names() == null
                ? null
                : names.getOrDefault(parameter.names(), Map.of()).get(code);
        Label role = names.getOrDefault("roles", Map.of()).get(code);
        Label known = own != null ? own : listed != null ? listed : role;
        return known == null ? code : language.of(known);
    }

    /** A member of a record in words, without unit: the sentence says it. */
    String member(Parameter parameter, @Nullable Object value) {
        return value instanceof Number number ? number.toString() : value(parameter, value);
    }

    /** Head of a column. */
    String head(Parameter parameter, String member) {
        Label own = parameter.labels().get(member);
        return own != null
                ? language.of(own)
                : Sentences.builtIn().head(member).map(language::of).orElseGet(() -> code(parameter, member));
    }
}
