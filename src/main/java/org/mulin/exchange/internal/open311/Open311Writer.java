package org.mulin.exchange.internal.open311;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes one answer as JSON, or as XML with the names that the standard gives to lists and their items. */
@Component
class Open311Writer {
    private static final Map<String, String> ITEMS = Map.of(
            "services", "service",
            "service_requests", "request",
            "errors", "error",
            "attributes", "attribute",
            "values", "value",
            "endpoints", "endpoint",
            "formats", "format");

    private final JsonMapper json;

    Open311Writer(JsonMapper json) {
        this.json = json;
    }

    /** @param root name of the root element; JSON does without */
    String write(Open311Format format, String root, Object answer) {
        if (format == Open311Format.JSON) {
            return json.writeValueAsString(answer);
        }
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            element(xml, root, json.valueToTree(answer));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, JsonNode node) throws XMLStreamException {
        if (node.isNull() || (node.isValueNode() && node.asString().isEmpty())) {
            xml.writeEmptyElement(name);
            return;
        }
        xml.writeStartElement(name);
        if (node.isArray()) {
            for (JsonNode item : node) {
                element(xml, ITEMS.getOrDefault(name, "item"), item);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                element(xml, property.getKey(), property.getValue());
            }
        } else {
            xml.writeCharacters(writable(node.asString()));
        }
        xml.writeEndElement();
    }

    /** XML 1.0 has no way to write most control characters, nor half of a surrogate pair. */
    private static String writable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
