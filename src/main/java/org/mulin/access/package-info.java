/**
 * 权限 Accounts, sign-in, and what a post allows on which area. Residents come with a phone number and a one-time code,
 * staff with a password. Purposes of reading personal data are opened and closed by whoever has the reason and checked
 * by whoever holds the data.
 */
@ApplicationModule(
        displayName = "权限",
        allowedDependencies = {"base", "audit", "policy", "area", "organization"})
@NullMarked
package org.mulin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
