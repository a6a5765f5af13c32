package xindang.platform.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Days people write have four digits of a year (日期检查): {@code 2026-11-22}. Others, which the library would take, overflow where a day is
 * added to them. Refused while reading, so that no capability need think of it.
 */
@Configuration(proxyBeanMethods = false)
public class SafeDates implements WebMvcConfigurer {

    @Bean
    JacksonModule safeDatesModule() {
        return new SimpleModule("safe-dates").addDeserializer(LocalDate.class, new SafeDate());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(LocalDate.class, new Day());
    }

    /** For parameters of addresses. */
    private static final class Day implements Formatter<LocalDate> {

        @Override
        public LocalDate parse(String text, Locale locale) {
            return day(text.strip());
        }

        @Override
        public String print(LocalDate day, Locale locale) {
            return day.toString();
        }
    }

    private static LocalDate day(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new DateTimeException("a day is written like 2026-11-22");
        }
        return LocalDate.parse(text);
    }

    private static final class SafeDate extends StdScalarDeserializer<LocalDate> {

        SafeDate() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue()) {
                return (LocalDate) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getValueAsString("");
            try {
                return text.isBlank() ? null : day(text);
            } catch (DateTimeException unfit) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day like 2026-11-22");
            }
        }
    }
}
