package xindang.notification;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told (通知偏好).
 *
 * @param mail address for mail; null: no mail
 * @param mailTopics groups that also come by mail
 * @param quietTopics groups left out of the own list, save what is urgent
 * @param bundling when mail leaves
 * @param digestHour hour of a daily mail
 * @param quiet hours without mail; null for none
 * @param urgentPasses whether urgent notices come by mail in these hours too
 * @param version version a change starts from; 0 as long as nothing was changed
 */
public record Preference(
        @Nullable String mail,
        Set<Topic> mailTopics,
        Set<Topic> quietTopics,
        Bundling bundling,
        int digestHour,
        @Nullable QuietHours quiet,
        boolean urgentPasses,
        int version) {

    /** What holds as long as a person changed nothing. */
    public static final Preference USUAL = new Preference(
            null,
            Set.of(Topic.TASK, Topic.DEADLINE, Topic.WARNING, Topic.DECISION),
            Set.of(),
            Bundling.AT_ONCE,
            9,
            null,
            true,
            0);

    /** Copies the sets. */
    public Preference {
        mailTopics = Set.copyOf(mailTopics);
        quietTopics = Set.copyOf(quietTopics);
    }

    /** When mail leaves (合并发送). */
    public enum Bundling {
        /** As soon as it is there (立即). */
        AT_ONCE,
        /** At the full hour (每小时). */
        HOURLY,
        /** Once a day (每日一次). */
        DAILY;

        /** As interface and tables write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one of a code. */
        public static Bundling of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Hours without mail (免打扰时段) in the companies' zone; they may pass midnight.
     *
     * @param from first minute
     * @param to first minute after them
     */
    public record QuietHours(LocalTime from, LocalTime to) {}

    /** Whether a notice comes into the own list. */
    boolean shows(Topic topic, boolean urgent) {
        return urgent || !quietTopics.contains(topic);
    }

    /** Whether a notice comes by mail. */
    boolean mails(Topic topic) {
        return mail != null && mailTopics.contains(topic);
    }
}
