package dev.heddle.extension.determinism;

import java.lang.reflect.Field;
import java.util.Set;

/** Something that a {@link Snapshot} has seen, and can look at again. */
interface Part {
    /** Adds the fields of the application's in which something is other than it was. */
    void addChanged(Set<Field> changed);
}
