package org.mulin.triage;

import java.util.Optional;
import org.mulin.area.AreaTree;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/** Tells from the names in a message where it belongs, without server or database. */
public interface NamedPlaces {
    /** The deepest area that the words agree on; empty when they name nothing below the city. Linear in the length. */
    Optional<PlaceGuess> read(Text text);

    /** Reads into the areas of this tree, found on the class path as {@link Classifiers#local} is. */
    static NamedPlaces in(AreaTree tree) {
        Class<?> known = ClassUtils.resolveClassName(
                "org.mulin.triage.internal.PlacesOfTree", NamedPlaces.class.getClassLoader());
        return (NamedPlaces) BeanUtils.instantiateClass(known.getDeclaredConstructors()[0], tree);
    }
}
