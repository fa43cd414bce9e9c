package org.mulin.base.internal;

import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * What people wrote is kept to the letter: it may be evidence. But a text must not rearrange the page around it (a
 * right-to-left override can make one address look like another) nor ring a terminal, so that on its way to a reader
 * each answer leaves out the directional embeddings, overrides and isolates and every control character but tab and
 * line ends. Done here, once, no list and no new field can forget it; what is stored, searched and replayed is
 * untouched.
 */
@Configuration(proxyBeanMethods = false)
class ShownText implements WebMvcConfigurer {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\n\\r]]");

    private final JsonMapper json;

    ShownText(JsonMapper json) {
        this.json = json.rebuild()
                .addModule(new SimpleModule("shown text").addSerializer(String.class, new Plain()))
                .build();
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json));
    }

    static String plain(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    private static final class Plain extends StdScalarSerializer<String> {
        private Plain() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator generator, SerializationContext context) {
            generator.writeString(plain(text));
        }
    }
}
