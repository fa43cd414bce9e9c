package org.mulin.ticket.internal.clerk;

import org.jspecify.annotations.Nullable;

/** 答复模板. @param matter code of a matter or class; null for any */
record ReplyTemplate(String code, TemplateUse use, @Nullable String matter, String title, String text) {}
