package org.mulin.demo.internal.script;

import java.util.Set;

/**
 * What a script is written with.
 *
 * @param catalogue all matters of the pack
 * @param settled matters that grid workers settle on the spot
 * @param said all that has been said so far: nobody says the same again
 */
record Cast(
        Town town,
        Phrasebook book,
        Rhythm rhythm,
        Fates fates,
        OfficeDay office,
        People people,
        Set<String> catalogue,
        Set<String> settled,
        Set<String> said) {}
