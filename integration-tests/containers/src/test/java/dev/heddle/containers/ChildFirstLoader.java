package dev.heddle.containers;

import java.net.URL;
import java.net.URLClassLoader;

/** Looks into its JARs before it asks its parent, and loads different classes in several threads at once. */
final class ChildFirstLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    ChildFirstLoader(URL[] jars, ClassLoader parent) {
        super(jars, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || name.startsWith("java.")) {
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException notOfTheApplication) {
                return super.loadClass(name, resolve);
            }
        }
    }
}
