package dev.heddle.test.loaders;

import io.temporal.testserver.TestServer;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A container with two applications, each with a copy of the SDK in a loader of its own: {@code Container HIDDEN} keeps
 * packages of that prefix for itself. It deploys both, undeploys both, and says when they are collected.
 */
public final class Container {
    private Container() {}

    public static void main(String[] arguments) throws Exception {
        int port = freePort();
        try (TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port)) {
            List<WeakReference<?>> undeployed = deployAndUndeploy("127.0.0.1:" + port, String.join("", arguments));
            Awaitility.await().until(() -> {
                System.gc();
                return undeployed.stream().allMatch(reference -> reference.get() == null);
            });
            System.out.println("container: all applications are collected");
        }
        System.exit(0);
    }

    private static List<WeakReference<?>> deployAndUndeploy(String server, String hidden) throws Exception {
        List<ClassLoader> deployed =
                List.of(new ApplicationLoader(jars(), hidden), new ApplicationLoader(jars(), hidden));
        List<WeakReference<?>> undeployed = new ArrayList<>();
        for (ClassLoader loader : deployed) {
            System.out.println("container: " + run(loader, server));
            undeployed.add(new WeakReference<>(loader));
        }
        // They are not closed, because the threads of gRPC live on for a second and load classes to end.
        return undeployed;
    }

    @SuppressWarnings("unchecked")
    private static String run(ClassLoader loader, String server) throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return ((UnaryOperator<String>) loader.loadClass(ContainedApplication.class.getName())
                            .getConstructor()
                            .newInstance())
                    .apply(server);
        } finally {
            Thread.currentThread().setContextClassLoader(Container.class.getClassLoader());
        }
    }

    private static URL[] jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).toURI())
                .map(Container::url)
                .toArray(URL[]::new);
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
