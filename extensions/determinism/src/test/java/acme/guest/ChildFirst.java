package acme.guest;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads from its places what is there, and finds resources as all loaders do: in its parent first. */
final class ChildFirst extends URLClassLoader {
    ChildFirst(URL[] places, ClassLoader parent) {
        super(places, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || name.startsWith("java.")) {
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException notHere) {
                return super.loadClass(name, resolve);
            }
        }
    }
}
