package org.mulin.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 事项: an entry of the catalogue; a class when others name it as parent, else a leaf that a ticket can be about.
 *
 * @param parent code of the class, null for a class
 * @param open whether tickets of it may be shown in public (with their authors' consent)
 * @param phrases what people say when they mean it; the classifier starts from these
 */
public record Matter(
        String code, String name, @Nullable String parent, Urgency urgency, boolean open, List<String> phrases) {}
