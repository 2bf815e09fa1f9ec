package dev.heddle.test.closing;

import dev.heddle.test.input.ClientOptions;
import java.io.File;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;

/**
 * A JVM that runs an application in a class loader of its own, drops it, and waits until the loader has gone: as a server
 * of web applications does.
 */
public final class ApplicationLoader extends ClassLoader {
    private ApplicationLoader() {
        super(ClassLoader.getPlatformClassLoader());
    }

    /** Heddle's entrance alone is shared. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("dev.heddle.agent.") || name.startsWith("dev.heddle.api.")) {
            return ClassLoader.getSystemClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    public static void main(String[] arguments) throws Exception {
        ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
        // A weak one would be cleared before the finalizer has run.
        Reference<ClassLoader> loader = run(gone);
        while (gone.poll() != loader) {
            System.gc();
            Thread.onSpinWait();
        }
        System.out.println("application: gone");
        System.exit(0);
    }

    private static Reference<ClassLoader> run(ReferenceQueue<ClassLoader> gone) throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(ApplicationLoader::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(classPath, new ApplicationLoader())) {
            loader.loadClass(ClientOptions.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
            return new PhantomReference<>(loader, gone);
        }
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
