package xindang.secrecy;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the register are shown (登记筛选); what is null does not narrow.
 *
 * @param q part of the number, what, person or recipient
 * @param kind export, print or manual
 * @param level public, internal, confidential or secret
 * @param from first day
 * @param to last day
 */
public record ReleaseFilter(
        @Nullable @Size(max = 200) String q,

        @Nullable @Pattern(regexp = "export|print|manual|") String kind,

        @Nullable @Pattern(regexp = "public|internal|confidential|secret|")
        String level,

        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
