package org.mulin.exchange.internal.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The form of an answer: as the address ends, else as the reader accepts, else XML. */
enum Open311Format {
    XML("text", "xml"),
    JSON("application", "json");

    private final MediaType mediaType;
    private final String suffix;

    Open311Format(String type, String subtype) {
        this.mediaType = new MediaType(type, subtype, StandardCharsets.UTF_8);
        this.suffix = "." + subtype;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** As the discovery names it. */
    String word() {
        return mediaType.getType() + "/" + mediaType.getSubtype();
    }

    static Open311Format of(HttpServletRequest request) {
        for (Open311Format format : values()) {
            if (request.getRequestURI().endsWith(format.suffix)) {
                return format;
            }
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(JSON.word()) ? JSON : XML;
    }

    /** An id or a code from the end of an address. */
    static String withoutSuffix(String last) {
        for (Open311Format format : values()) {
            if (last.endsWith(format.suffix)) {
                return last.substring(0, last.length() - format.suffix.length());
            }
        }
        return last;
    }
}
