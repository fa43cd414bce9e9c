/**
 * 辖区 The tree of areas (city, county, street, community, grid) with codes that keep their dates, outlines, and named
 * places: which grid is this point in, what lies above an area. All of it comes from pack tables; the tree is an
 * immutable snapshot in memory.
 */
@ApplicationModule(
        displayName = "辖区",
        allowedDependencies = {"base", "policy"})
@NullMarked
package org.mulin.area;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
