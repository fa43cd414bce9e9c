/**
 * 公共 The ground of every module: ids, who acts, refusals, paging, area ranges, once-only writes, sealing of personal
 * data. Knows no business, calls no other module.
 */
@ApplicationModule(
        displayName = "公共",
        allowedDependencies = {})
@NullMarked
package org.mulin.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
