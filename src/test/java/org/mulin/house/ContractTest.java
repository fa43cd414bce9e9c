package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed openapi.json is what the server offers; {@code -Dmulin.docs.write=true} writes it anew. The web's
 * client is generated from it.
 */
class ContractTest extends MulinHttpTest {
    private static final Path CONTRACT = Path.of("openapi.json");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void theContractIsCommitted() throws IOException {
        JsonNode offered = browser().get("/v3/api-docs").expect(200).body();
        ((ObjectNode) offered).remove("servers");
        String text = json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(offered) + "\n";
        if (Boolean.getBoolean("mulin.docs.write")) {
            Files.writeString(CONTRACT, text);
        }
        assertThat(Files.readString(CONTRACT))
                .as("openapi.json is not what the server offers")
                .isEqualTo(text);
    }

    /** The contract knows a shape by its last name: of two with the same one only one would be described. */
    @Test
    void noTwoShapesShareAName() {
        Map<String, Class<?>> shapes = new TreeMap<>();
        handlers.getHandlerMethods().values().forEach(handler -> {
            Method method = handler.getMethod();
            collect(method.getGenericReturnType(), shapes);
            for (Parameter parameter : method.getParameters()) {
                if (parameter.isAnnotationPresent(RequestBody.class)) {
                    collect(parameter.getParameterizedType(), shapes);
                }
            }
        });
        assertThat(shapes).hasSizeGreaterThan(100);
    }

    private static void collect(Type type, Map<String, Class<?>> shapes) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, shapes);
            }
        }
        if (!(type instanceof Class<?> shape) || !shape.isRecord()) {
            return;
        }
        Class<?> known = shapes.putIfAbsent(shape.getSimpleName(), shape);
        assertThat(known).isIn(null, shape);
        if (known == null) {
            for (RecordComponent component : shape.getRecordComponents()) {
                collect(component.getGenericType(), shapes);
            }
        }
    }
}
