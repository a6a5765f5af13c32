package xindang.platform.export;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xindang.platform.time.BusinessClock;

/**
 * What a file says about itself (导出说明).
 *
 * @param words texts in the reader's language
 * @param list name of the list
 * @param filters what narrowed it
 * @param user who took it
 * @param at when
 * @param release number and level under which it leaves the house
 */
record ExportHead(
        ExportWords words,
        String list,
        Map<String, String> filters,
        String user,
        OffsetDateTime at,
        ReleaseRegister.Release release) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Lines of name and value for the first sheet. */
    List<List<String>> lines(long rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(words.text("about.secret"), level()));
        lines.add(List.of(words.text("about.number"), release.number()));
        lines.add(List.of(words.text("about.list"), words.text("list." + list)));
        lines.add(List.of(words.text("about.user"), user));
        lines.add(List.of(words.text("about.time"), time() + " " + BusinessClock.ZONE.getId()));
        lines.add(List.of(words.text("about.rows"), String.valueOf(rows)));
        filters.forEach((name, value) -> lines.add(List.of(words.filter(name), value)));
        return lines;
    }

    /** One line for the foot of what leaves: trade secret, level, number, reader and time. */
    String mark() {
        return String.join(" · ", words.text("about.secret"), level(), release.number(), user, time());
    }

    private String level() {
        return words.text("level." + release.level().code());
    }

    private String time() {
        return TIME.format(at.atZoneSameInstant(BusinessClock.ZONE));
    }

    String header(String column) {
        return words.header(list, column);
    }
}
