package org.mulin.base.internal;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** PostgreSQL keeps every character but NUL: a text that holds one is refused at its field, before anything is done. */
@Configuration(proxyBeanMethods = false)
class StorableText {
    @Bean
    JsonMapperBuilderCustomizer refuseNul() {
        return builder ->
                builder.addModule(new SimpleModule("storable text").addDeserializer(String.class, new NulRefusing()));
    }

    private static final class NulRefusing extends StdScalarDeserializer<String> {
        private NulRefusing() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                return (String) context.handleWeirdStringValue(String.class, text, "NUL");
            }
            return text;
        }
    }
}
