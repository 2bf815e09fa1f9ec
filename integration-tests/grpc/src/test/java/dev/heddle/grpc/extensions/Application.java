package dev.heddle.grpc.extensions;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A {@link Program} with its own copy of gRPC, in a JVM with the agent: for each the agent loads the extensions anew,
 * with the settings of the moment.
 */
final class Application implements AutoCloseable {
    private static final String PREFIX = "heddle.extension.";

    private final URLClassLoader loader;
    private final BiFunction<List<String>, Map<String, String>, String> program;

    /**
     * Starts one.
     *
     * @param extensions JARs
     * @param settings names without {@code heddle.extension.}, and values
     */
    @SuppressWarnings("unchecked") // The program is another class of the same name.
    Application(List<Path> extensions, Map<String, String> settings) {
        System.setProperty(
                "heddle.extensions",
                String.join(",", extensions.stream().map(Path::toString).toList()));
        settings.forEach((name, value) -> System.setProperty(PREFIX + name, value));
        try {
            loader = new URLClassLoader(classPath(), new Shared());
            program = (BiFunction<List<String>, Map<String, String>, String>)
                    loader.loadClass(Program.class.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        } finally {
            settings.keySet().forEach(name -> System.clearProperty(PREFIX + name));
        }
    }

    /** Calls {@code acme.Orders} and returns how that ended. */
    String call(String handlers, String kind, String request) {
        return call(handlers, kind, "acme.Orders", request, Map.of());
    }

    String call(String handlers, String kind, String service, String request, Map<String, String> headers) {
        return program.apply(List.of(handlers, kind, service, request), headers);
    }

    @Override
    public void close() throws Exception {
        ((AutoCloseable) program).close();
        loader.close();
    }

    private static URL[] classPath() {
        List<URL> urls = new ArrayList<>();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .forEach(entry -> {
                    try {
                        urls.add(Path.of(entry).toUri().toURL());
                    } catch (MalformedURLException impossible) {
                        throw new AssertionError(impossible);
                    }
                });
        return urls.toArray(new URL[0]);
    }

    /** What all applications share: the JDK, and of the agent what it puts in every application's reach. */
    private static final class Shared extends ClassLoader {
        Shared() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.heddle.") && !name.startsWith("dev.heddle.grpc.")) {
                return ClassLoader.getSystemClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
