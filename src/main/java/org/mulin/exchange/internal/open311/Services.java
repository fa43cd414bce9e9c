package org.mulin.exchange.internal.open311;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mulin.exchange.internal.open311.Open311Views.AttributeView;
import org.mulin.exchange.internal.open311.Open311Views.DefinitionView;
import org.mulin.exchange.internal.open311.Open311Views.ServiceView;
import org.mulin.exchange.internal.open311.Open311Views.ValueView;
import org.mulin.policy.Policy;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** A service is a leaf of the catalogue that the pack calls public. */
@Component
class Services {
    private static final int EXAMPLES = 3;

    private final Policy policy;

    Services(Policy policy) {
        this.policy = policy;
    }

    List<ServiceView> all() {
        Matters matters = policy.current(MattersTable.class).content();
        return matters.leaves().stream()
                .filter(Matter::open)
                .map(leaf -> new ServiceView(
                        leaf.code(),
                        leaf.name(),
                        String.join("；", leaf.phrases().stream().limit(EXAMPLES).toList()),
                        !attributes(leaf.code()).isEmpty(),
                        "realtime",
                        String.join(",", leaf.phrases()),
                        group(matters, leaf)))
                .toList();
    }

    private static @Nullable String group(Matters matters, Matter leaf) {
        return leaf.parent() == null
                ? null
                : matters.find(leaf.parent()).map(Matter::name).orElse(null);
    }

    Optional<Matter> find(String code) {
        return policy.current(MattersTable.class).content().leaves().stream()
                .filter(leaf -> leaf.code().equals(code) && leaf.open())
                .findFirst();
    }

    List<ServiceAttribute> attributes(String code) {
        return policy.current(AttributesTable.class).content().getOrDefault(code, List.of());
    }

    /** The name of any matter, also of one that is no service any more. */
    String name(String code) {
        return policy.current(MattersTable.class)
                .content()
                .find(code)
                .map(Matter::name)
                .orElse(code);
    }

    DefinitionView definition(String code) {
        List<ServiceAttribute> attributes = attributes(code);
        return new DefinitionView(
                code,
                attributes.stream()
                        .map(each -> view(each, attributes.indexOf(each) + 1))
                        .toList());
    }

    private static AttributeView view(ServiceAttribute attribute, int order) {
        return new AttributeView(
                attribute.asked(),
                attribute.code(),
                attribute.type().word(),
                attribute.required(),
                attribute.typeDescription(),
                order,
                attribute.description(),
                attribute.values().entrySet().stream()
                        .map((Map.Entry<String, String> value) -> new ValueView(value.getKey(), value.getValue()))
                        .toList());
    }
}
