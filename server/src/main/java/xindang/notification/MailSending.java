package xindang.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.notification.store.DeliveryQueue;
import xindang.platform.time.BusinessClock;

/** Hands notices to the house's mail server (邮件发送): all that is due to one person in one mail, in his language. */
@Service
public class MailSending {

    private static final int AT_ONCE = 100;
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final String PATIENCE_MILLIS = "10000";

    private final DeliveryQueue queue;
    private final Deliveries deliveries;
    private final Organisation organisation;
    private final MailSettings settings;
    private final NoticeLetters letters;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    MailSending(
            DeliveryQueue queue,
            Deliveries deliveries,
            Organisation organisation,
            MailSettings settings,
            NoticeLetters letters,
            BusinessClock clock,
            @Qualifier("engineTransactions") PlatformTransactionManager transactions) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.organisation = organisation;
        this.settings = settings;
        this.letters = letters;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = server.getJavaMailProperties();
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        if (!settings.user().isEmpty()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
            properties.put("mail.smtp.auth", "true");
        }
    }

    /** Sends all that is due; how many mails that were. */
    public int run() {
        if (!settings.isOn()) {
            return 0;
        }
        int sent = 0;
        for (List<DeliveryQueue.Letter> taken = claim(); !taken.isEmpty(); taken = claim()) {
            taken.forEach(this::send);
            sent += taken.size();
        }
        return sent;
    }

    private List<DeliveryQueue.Letter> claim() {
        OffsetDateTime now = clock.timestamp();
        List<DeliveryQueue.Letter> taken = transaction.execute(_ -> queue.letters(AT_ONCE, now, now.plus(LEASE)));
        return taken == null ? List.of() : taken;
    }

    private void send(DeliveryQueue.Letter letter) {
        Optional<User> reader = organisation.user(letter.user()).filter(User::active);
        String address = letter.address();
        // Domains may have been taken off the list since the address was given.
        if (reader.isEmpty() || address == null || !settings.mayGoTo(address)) {
            deliveries.drop(letter.items());
            return;
        }
        try {
            server.send(mail(address, letter, Locale.of(reader.get().language())));
            deliveries.sent(letter.items());
        } catch (MailException | MessagingException e) {
            // Answers of a mail server may name the address.
            deliveries.failed(letter.items(), e.getClass().getSimpleName().replaceAll("(Exception)?$", ""));
        }
    }

    private MimeMessage mail(String address, DeliveryQueue.Letter letter, Locale language) throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        var helper = new MimeMessageHelper(
                mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(address);
        helper.setSubject(letters.subject(letter.items(), language));
        helper.setText(letters.plain(letter.items(), language), letters.html(letter.items(), language));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }
}
