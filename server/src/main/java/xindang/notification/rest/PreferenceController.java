package xindang.notification.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.notification.Inbox;
import xindang.notification.MailSettings;
import xindang.notification.Preference;
import xindang.notification.Topic;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;

/** How the caller wants to be told (通知偏好). */
@RestController
@RequestMapping("/api/v1/notification/preferences")
class PreferenceController {

    private static final String TOPIC = "task|deadline|warning|decision|system";
    private static final String MINUTE = "([01]\\d|2[0-3]):[0-5]\\d";

    private final Inbox inbox;
    private final MailSettings mail;

    PreferenceController(Inbox inbox, MailSettings mail) {
        this.inbox = inbox;
        this.mail = mail;
    }

    /**
     * How somebody wants to be told (通知偏好).
     *
     * @param mail address; null: no mail
     * @param mailTopics groups that also come by mail
     * @param quietTopics groups left out of the list, save what is urgent
     * @param quietFrom begin of the hours without mail, such as 22:00; null with {@code quietTo} for none
     */
    record PreferenceForm(
            @Nullable @Email @Size(max = 200) String mail,
            @NotNull @Size(max = 5) Set<@NotNull @Pattern(regexp = TOPIC) String> mailTopics,
            @NotNull @Size(max = 5) Set<@NotNull @Pattern(regexp = TOPIC) String> quietTopics,

            @NotNull @Pattern(regexp = "at-once|hourly|daily")
            String bundling,

            @Min(0) @Max(23) int digestHour,
            @Nullable @Pattern(regexp = MINUTE) String quietFrom,
            @Nullable @Pattern(regexp = MINUTE) String quietTo,
            boolean urgentPasses) {

        static PreferenceForm of(Preference wish) {
            var quiet = wish.quiet();
            return new PreferenceForm(
                    wish.mail(),
                    codes(wish.mailTopics()),
                    codes(wish.quietTopics()),
                    wish.bundling().code(),
                    wish.digestHour(),
                    quiet == null ? null : quiet.from().toString(),
                    quiet == null ? null : quiet.to().toString(),
                    wish.urgentPasses());
        }

        private static Set<String> codes(Set<Topic> topics) {
            return topics.stream().map(Topic::code).collect(Collectors.toUnmodifiableSet());
        }

        private static Set<Topic> topics(Set<String> codes) {
            return codes.stream().map(Topic::of).collect(Collectors.toUnmodifiableSet());
        }

        Preference wish(int version) {
            if ((quietFrom == null) != (quietTo == null) || (quietFrom != null && quietFrom.equals(quietTo))) {
                throw Refusal.of(Code.INVALID_FIELDS, Reason.field("quietTo", "wrong-form"));
            }
            return new Preference(
                    mail == null || mail.isBlank() ? null : mail.strip(),
                    topics(mailTopics),
                    topics(quietTopics),
                    Preference.Bundling.of(bundling),
                    digestHour,
                    quietFrom == null || quietTo == null
                            ? null
                            : new Preference.QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietTo)),
                    urgentPasses,
                    version);
        }
    }

    /**
     * The same with what the house allows (通知偏好与可用渠道).
     *
     * @param mailing whether this server sends mail at all
     * @param domains domains that mail may go to
     */
    record OwnPreference(PreferenceForm preference, boolean mailing, List<String> domains) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<OwnPreference> own(Caller caller) {
        return answer(inbox.preference(caller));
    }

    @PutMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<OwnPreference> change(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody PreferenceForm form,
            Caller caller) {
        Preference wish = form.wish(Version.required(ifMatch));
        if (wish.mail() != null && !mail.mayGoTo(wish.mail())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("mail", "domain-not-allowed"));
        }
        return answer(inbox.prefer(caller, wish));
    }

    private ResponseEntity<OwnPreference> answer(Preference wish) {
        return ResponseEntity.ok()
                .eTag(Version.etag(wish.version()))
                .body(new OwnPreference(PreferenceForm.of(wish), mail.isOn(), mail.domains()));
    }
}
