package dev.heddle.agent.weave;

import java.security.ProtectionDomain;
import java.util.Set;

/** Which code of an application is looked at, and for what. Asked while classes load, so it takes no lock and loads nothing. */
public interface CodeScope {
    /** Whether the code of a class is looked at. */
    boolean covers(ClassLoader loader, String className, ProtectionDomain domain);

    /** Whether calls of a member are told of, or uses of a field. */
    boolean watches(String owner, String name, String descriptor);

    /**
     * Takes note of a class that was looked at.
     *
     * @param className its internal name
     * @param owners the internal names of the classes whose members its code uses
     * @param watched whether there is something among these that is watched
     */
    void read(String className, Set<String> owners, boolean watched);
}
