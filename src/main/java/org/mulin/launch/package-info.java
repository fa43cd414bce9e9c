/**
 * 启动 The door: the command line, the embedded database, the keys and folders of one running node. No module depends
 * on it; it depends on the module roots that its commands drive.
 */
@ApplicationModule(displayName = "启动")
@NullMarked
package org.mulin.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
