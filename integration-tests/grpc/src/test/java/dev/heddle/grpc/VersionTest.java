package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.grpc.Interceptions.Place;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Older versions of grpc-java and the copy in temporal-shaded: intercepted once on either side. */
class VersionTest extends GrpcTest {
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
                List.of("io.grpc.", EchoApplication.class.getName(), DummyService.class.getName());

        private VersionLoader(URL[] jars) {
            super(jars, VersionTest.class.getClassLoader());
        }

        static VersionLoader of(String version) throws IOException {
            try (Stream<Path> jars = Files.list(Path.of(System.getProperty("test.versions"), version))) {
                Stream<URL> classes = Stream.of(
                        VersionTest.class.getProtectionDomain().getCodeSource().getLocation());
                return new VersionLoader(
                        Stream.concat(jars.map(VersionLoader::url), classes).toArray(URL[]::new));
            }
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
