package org.mulin.launch.internal;

import com.fasterxml.jackson.core.type.ResolvedType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the contract what JSpecify says in the code: a component of a record is there unless it is nullable. */
@Component
class ContractNullness implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = rawClass(type.getType());
        if (schema != null && raw != null && raw.isRecord()) {
            String reference = schema.get$ref();
            Schema<?> model = reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
            if (model != null && model.getProperties() != null) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    declare(model, component);
                }
            }
        }
        return schema;
    }

    private static void declare(Schema<?> model, RecordComponent component) {
        Schema<?> property = model.getProperties().get(component.getName());
        if (property == null) {
            return;
        }
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
                model.addRequiredItem(component.getName());
            }
        } else if (property.get$ref() == null && property.getTypes() != null) {
            property.addType("null");
        }
    }

    private static @Nullable Class<?> rawClass(Type type) {
        if (type instanceof ResolvedType resolved) {
            return resolved.getRawClass();
        }
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return raw instanceof Class<?> plain ? plain : null;
    }
}
