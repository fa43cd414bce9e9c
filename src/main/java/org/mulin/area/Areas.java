package org.mulin.area;

/** The territory as it is today. */
public interface Areas {
    /** An immutable snapshot; ask anew for every piece of work. */
    AreaTree tree();
}
