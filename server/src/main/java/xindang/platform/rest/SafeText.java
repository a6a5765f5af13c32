package xindang.platform.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses texts that PostgreSQL cannot hold (文本检查): the character NUL and halves of surrogate pairs. Refused while reading,
 * so that no capability need think of it.
 */
@Configuration(proxyBeanMethods = false)
public class SafeText {

    @Bean
    JacksonModule safeTextModule() {
        return new SimpleModule("safe-text").addDeserializer(String.class, new SafeString());
    }

    /** Whether a text can be stored. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static final class SafeString extends StdScalarDeserializer<String> {

        SafeString() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue()) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getValueAsString();
            if (text != null && !isStorable(text)) {
                context.reportInputMismatch(String.class, "the text holds a character that cannot be stored");
            }
            return text;
        }
    }
}
