package dev.heddle.containers;

import java.net.URL;
import java.net.URLClassLoader;

/** How a container loads the classes of an application. */
enum Loading {
    /** The container's first, then the application's own. */
    PARENT_FIRST {
        @Override
        ClassLoader loader(URL[] jars) {
            return new URLClassLoader(jars, Loading.class.getClassLoader());
        }
    },

    /** The application's own first, then the container's. */
    CHILD_FIRST {
        @Override
        ClassLoader loader(URL[] jars) {
            return new ChildFirstLoader(jars, Loading.class.getClassLoader());
        }
    },

    /** The application's own and the JDK's, and nothing of the system class loader's. */
    ISOLATED {
        @Override
        ClassLoader loader(URL[] jars) {
            return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
        }
    };

    /** A class loader of its own for an application of these JARs. */
    abstract ClassLoader loader(URL[] jars);
}
