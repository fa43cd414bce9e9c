package org.mulin.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 事项: an entry of the catalogue; a class when others name it as parent, else a leaf that a ticket can be about.
 *
 * @param parent code of the class, null for a class
 * @param open whether tickets of it may be shown in public (with their authors' consent)
 * @param proof what its results must be shown by; null takes the class's word for it
 * @param settle whether a grid worker who meets it may settle it on the spot; null takes the class's word for it
 * @param phrases what people say when they mean it; the classifier starts from these
 */
public record Matter(
        String code,
        String name,
        @Nullable String parent,
        Urgency urgency,
        boolean open,
        @Nullable Proof proof,
        @Nullable Boolean settle,
        List<String> phrases) {}
