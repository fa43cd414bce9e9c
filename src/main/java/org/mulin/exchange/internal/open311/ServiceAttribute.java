package org.mulin.exchange.internal.open311;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 服务附加项: a question that a service asks.
 *
 * @param asked false when it only tells something
 * @param values key → name, in the order of the pack; empty unless the type is a list
 */
record ServiceAttribute(
        String code,
        boolean asked,
        AttributeType type,
        boolean required,
        String description,
        @Nullable String typeDescription,
        Map<String, String> values) {}
