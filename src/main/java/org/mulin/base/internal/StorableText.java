package org.mulin.base.internal;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * A text is a JSON string, not a number that would become one; PostgreSQL keeps every character but NUL; and half of a
 * pair of chars is no character. All are refused at their field, before anything is done.
 */
@Configuration(proxyBeanMethods = false)
class StorableText {
    @Bean
    JsonMapperBuilderCustomizer storableTextOnly() {
        return builder ->
                builder.addModule(new SimpleModule("storable text").addDeserializer(String.class, new TextOnly()));
    }

    private static boolean isHalf(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    private static final class TextOnly extends StdScalarDeserializer<String> {
        private TextOnly() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                return (String) context.handleWeirdStringValue(String.class, text, "NUL");
            }
            if (text != null && text.codePoints().anyMatch(StorableText::isHalf)) {
                return (String) context.handleWeirdStringValue(String.class, text, "half a character");
            }
            return text;
        }
    }
}
