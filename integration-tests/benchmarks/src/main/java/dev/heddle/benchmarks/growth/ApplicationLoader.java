package dev.heddle.benchmarks.growth;

import dev.heddle.benchmarks.Launch;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads the class path's classes once more, as an application server does: all but the JDK's and the agent's. */
final class ApplicationLoader extends URLClassLoader {
    private static final URL[] CLASS_PATH = classPath();

    static {
        registerAsParallelCapable();
    }

    ApplicationLoader() {
        super(CLASS_PATH, ClassLoader.getSystemClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("io.grpc.")
                && !name.startsWith("io.temporal.")
                && !name.startsWith("dev.heddle.benchmarks.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static URL[] classPath() {
        List<URL> urls = new ArrayList<>();
        for (String entry : Launch.CLASS_PATH.split(File.pathSeparator)) {
            try {
                urls.add(Path.of(entry).toUri().toURL());
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
