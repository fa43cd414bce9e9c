package org.mulin.exchange.internal.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What is answered, with the names that the standard gives; moments are W3C texts. */
final class Open311Views {
    private Open311Views() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record ServiceView(
            String serviceCode,
            String serviceName,
            String description,
            boolean metadata,
            String type,
            String keywords,
            @Nullable String group) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record DefinitionView(String serviceCode, List<AttributeView> attributes) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record AttributeView(
            boolean variable,
            String code,
            String datatype,
            boolean required,
            @Nullable String datatypeDescription,
            int order,
            String description,
            List<ValueView> values) {}

    record ValueView(String key, String name) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record RequestView(
            String serviceRequestId,
            String status,
            String statusNotes,
            String serviceName,
            String serviceCode,
            String description,
            @Nullable String agencyResponsible,
            @Nullable String serviceNotice,
            String requestedDatetime,
            String updatedDatetime,
            @Nullable String expectedDatetime,
            String address,
            @Nullable String addressId,
            @Nullable String zipcode,
            @Nullable Double lat,
            @JsonProperty("long") @Nullable Double lon,
            @Nullable String mediaUrl) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record ReceiptView(
            String serviceRequestId,
            @Nullable String serviceNotice,
            @Nullable String accountId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record TokenView(String serviceRequestId, String token) {}

    record ErrorView(int code, String description) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record DiscoveryView(String changeset, String contact, String keyService, List<EndpointView> endpoints) {}

    record EndpointView(String specification, String url, String changeset, String type, List<String> formats) {}
}
