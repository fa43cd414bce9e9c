package org.mulin.base.internal;

import java.security.MessageDigest;
import org.mulin.base.Sealing;
import org.springframework.stereotype.Component;

/**
 * All nodes of a city seal with one key. A node that was started with another (a second machine whose folder made a key
 * of its own, a restored database without its key) would write what nobody else can read, so it does not start.
 */
@Component
class KeyCheck {
    private static final String MARKED = "the sealing key of this city";

    /** @throws IllegalStateException when the database was sealed with another key */
    KeyCheck(Sealing sealing, KeyMarkRepository marks) {
        byte[] mark = sealing.index(MARKED);
        if (!MessageDigest.isEqual(mark, marks.keep(mark))) {
            throw new IllegalStateException("本节点的加密密钥与数据库不符。请在各节点设置同一个 MULIN_KEY，或把首个节点的 keys/sealing 复制到本节点的数据目录。"
                    + "The sealing key of this node is not that of the database. Give every node the same MULIN_KEY, "
                    + "or copy keys/sealing of the first node into the data folder of this one.");
        }
    }
}
