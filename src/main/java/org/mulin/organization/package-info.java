/**
 * 组织 Units (whatever has duties: departments, streets, communities, firms), their posts, and who holds a post since
 * when. Work belongs to units and posts, never to a person.
 */
@ApplicationModule(
        displayName = "组织",
        allowedDependencies = {"base", "policy", "area"})
@NullMarked
package org.mulin.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
