package dev.heddle.test.loaders;

import dev.heddle.test.CustomerApplication;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A container with two applications, each with a copy of the SDK in a loader of its own: {@code Container HIDDEN} keeps
 * packages of that prefix for itself. It deploys both, undeploys both, and says when they are collected.
 */
public final class Container {
    private Container() {}

    /** An application of the container. */
    public static final class Application implements Runnable {
        @Override
        public void run() {
            CustomerApplication.run();
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<WeakReference<ClassLoader>> undeployed = deployAndUndeploy(String.join("", arguments));
        Awaitility.await().until(() -> {
            System.gc();
            return undeployed.stream().allMatch(reference -> reference.get() == null);
        });
        System.out.println("container: all applications are collected");
        System.exit(0);
    }

    private static List<WeakReference<ClassLoader>> deployAndUndeploy(String hidden) throws Exception {
        List<ClassLoader> deployed = List.of(loader(hidden), loader(hidden));
        List<WeakReference<ClassLoader>> undeployed = new ArrayList<>();
        for (ClassLoader loader : deployed) {
            Class<?> application = loader.loadClass(Application.class.getName());
            // The SDK leaves thread locals behind, so a thread that ends.
            Thread thread = new Thread((Runnable) application.getConstructor().newInstance());
            thread.setContextClassLoader(loader);
            thread.start();
            thread.join();
            undeployed.add(new WeakReference<>(loader));
        }
        return undeployed;
    }

    private static ClassLoader loader(String hidden) {
        return new ApplicationLoader(
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Container::url)
                        .toArray(URL[]::new),
                hidden);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
