/** 通知 Messages to people. For now it carries sign-in codes: to a city's own message gateway, or to the demo's page. */
@ApplicationModule(
        displayName = "通知",
        allowedDependencies = {"base", "access"})
@NullMarked
package org.mulin.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
