package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.grpc.Interceptions.Place;
import dev.heddle.harness.ClassPaths;
import echo.Echo;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Older versions of grpc-java and the copy in temporal-shaded: intercepted once on either side. */
class VersionTest extends GrpcTest {
    private static final Map<String, String> CLASS_PATHS = ClassPaths.alone(Map.of(
            "1.6.1",
            List.of(
                    "io.grpc:grpc-core:1.6.1",
                    "io.grpc:grpc-stub:1.6.1",
                    "io.grpc:grpc-context:1.6.1",
                    "com.google.instrumentation:instrumentation-api:0.4.3",
                    "io.opencensus:opencensus-api:0.5.1"),
            "1.20.0",
            List.of(
                    "io.grpc:grpc-core:1.20.0",
                    "io.grpc:grpc-stub:1.20.0",
                    "io.grpc:grpc-context:1.20.0",
                    "io.grpc:grpc-netty-shaded:1.20.0",
                    "io.opencensus:opencensus-api:0.19.2",
                    "io.opencensus:opencensus-contrib-grpc-metrics:0.19.2"),
            "1.34.0",
            ofGrpc("1.34.0"),
            "1.50.0",
            ofGrpc("1.50.0", "netty-shaded"),
            "1.64.0",
            ofGrpc("1.64.0", "util", "inprocess")));

    /** From 1.28 on the library needs nothing else that the tests have not. */
    private static List<String> ofGrpc(String version, String... more) {
        return Stream.concat(Stream.of("core", "stub", "context", "api"), Stream.of(more))
                .map(name -> "io.grpc:grpc-" + name + ':' + version)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.6.1", "1.20.0", "1.34.0", "1.50.0", "1.64.0"})
    void older(String version) throws Exception {
        callEach(version, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.20.0", "1.50.0"})
    void olderOverTheNetwork(String version) throws Exception {
        callEach(version, true);
    }

    @SuppressWarnings("unchecked")
    private static void callEach(String version, boolean network) throws Exception {
        interceptUnary();
        try (VersionLoader loader = VersionLoader.of(version)) {
            Object application = loader.loadClass(EchoApplication.class.getName())
                    .getConstructor(boolean.class)
                    .newInstance(network);
            assertThat(((Callable<List<String>>) application).call())
                    .containsExactly("foo, me", "foobar, me", "b", "a", "r", "foo", "bar");
        }
        // Four calls, in three places each.
        assertThat(Interceptions.CLIENT_CALLS).hasValue(12);
        assertThat(Interceptions.SERVER_CALLS).hasValue(12);
    }

    @Test
    void insideTemporalShaded() throws Exception {
        interceptUnary();
        assertThat(new ShadedEchoApplication().call()).isEqualTo("foo, me");
        assertThat(Interceptions.CLIENT_CALLS).hasValue(3);
        assertThat(Interceptions.SERVER_CALLS).hasValue(3);
    }

    private static void interceptUnary() {
        client(Place.INNER, call -> {
            call.headers().put("user", "me");
            return call.proceed();
        });
        server(Place.INNER, call -> {
            String user = call.headers().get("user");
            return call.methodType().responseStream()
                    ? call.proceed()
                    : call.response().thenApply(response -> response + ", " + user);
        });
    }

    /** The application's and gRPC's classes from a folder with another version of gRPC, all else as it is. */
    private static final class VersionLoader extends URLClassLoader {
        private static final List<String> OWN =
                List.of("io.grpc.", "echo.", EchoApplication.class.getName(), DummyService.class.getName());

        private VersionLoader(URL[] jars) {
            super(jars, VersionTest.class.getClassLoader());
        }

        static VersionLoader of(String version) {
            Stream<URL> jars = Stream.of(CLASS_PATHS.get(version).split(File.pathSeparator))
                    .map(jar -> url(Path.of(jar)));
            Stream<URL> classes = Stream.of(VersionTest.class, Echo.class)
                    .map(type -> type.getProtectionDomain().getCodeSource().getLocation());
            return new VersionLoader(Stream.concat(jars, classes).toArray(URL[]::new));
        }

        private static URL url(Path jar) {
            try {
                return jar.toUri().toURL();
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.contains("io.grpc") ? findResources(name) : super.getResources(name);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (OWN.stream().noneMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
