/**
 * 通知 Messages to people: the inbox of staff, the notices of residents, live to whoever is at the screen, and text
 * messages and codes by the city's gateway. Fed by what happens to tickets and tasks; what is said comes from the
 * catalogue of texts and never holds anybody's words.
 */
@ApplicationModule(
        displayName = "通知",
        allowedDependencies = {
            "base",
            "audit",
            "policy",
            "organization",
            "access",
            "triage",
            "ticket",
            "grid",
            "admission",
            "insight"
        })
@NullMarked
package org.mulin.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
