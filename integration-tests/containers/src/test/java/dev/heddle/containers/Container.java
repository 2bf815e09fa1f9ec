package dev.heddle.containers;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A container whose applications run side by side: {@code Container LOADING CLASSPATH…} deploys one for each class
 * path, in a loader of its own, undeploys them, and says when they are collected.
 */
public final class Container {
    private Container() {}

    public static void main(String[] arguments) throws Exception {
        List<String> classPaths = List.of(arguments).subList(1, arguments.length);
        List<WeakReference<ClassLoader>> undeployed = deployAndUndeploy(Loading.valueOf(arguments[0]), classPaths);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            System.gc();
            return undeployed.stream().allMatch(reference -> reference.get() == null);
        });
        System.out.println("container: all applications are collected");
        System.exit(0);
    }

    private static List<WeakReference<ClassLoader>> deployAndUndeploy(Loading loading, List<String> classPaths)
            throws Exception {
        List<WeakReference<ClassLoader>> undeployed = new ArrayList<>();
        List<Thread> deployed = new ArrayList<>();
        for (String classPath : classPaths) {
            ClassLoader loader = loading.loader(urls(classPath));
            Class<?> application = loader.loadClass(Greetings.MAIN);
            // The SDK leaves thread locals behind, so a thread that ends.
            Thread thread = new Thread(() -> run(application));
            thread.setContextClassLoader(loader);
            thread.start();
            deployed.add(thread);
            undeployed.add(new WeakReference<>(loader));
        }
        for (Thread thread : deployed) {
            thread.join();
        }
        return undeployed;
    }

    private static void run(Class<?> application) {
        try {
            ((Runnable) application.getConstructor().newInstance()).run();
        } catch (ReflectiveOperationException | RuntimeException | Error failure) {
            // What it has opened would keep the JVM.
            failure.printStackTrace(System.out);
            System.exit(1);
        }
    }

    private static URL[] urls(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(Container::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
