package dev.heddle.test.loaders;

import java.net.URL;
import java.net.URLClassLoader;

/** Looks into the application's JARs first, and does not pass on what the container keeps for itself. */
final class ApplicationLoader extends URLClassLoader {
    private final String hidden;

    /** Hides no package if the prefix is empty. */
    ApplicationLoader(URL[] jars, String hidden) {
        super(jars, ApplicationLoader.class.getClassLoader());
        this.hidden = hidden;
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
                if (!hidden.isEmpty() && name.startsWith(hidden)) {
                    throw notOfTheApplication;
                }
                return super.loadClass(name, resolve);
            }
        }
    }
}
