/**
 * 政策包 A city's rules and lists as data: files a city official edits in a spreadsheet, read line by line, checked as a
 * whole, kept in versions with effective dates. Every module registers its own tables ({@link PackTable}) with their
 * columns and checks; this module knows no business. The pack folder seeds the first start, afterwards the versions in
 * the database rule.
 */
@ApplicationModule(
        displayName = "政策包",
        allowedDependencies = {"base", "audit", "file"})
@NullMarked
package org.mulin.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
