package dev.heddle.frameworks;

import dev.heddle.harness.Jdk;
import dev.heddle.harness.Repository;
import dev.heddle.harness.ThisMaven;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A framework, with the application that is made of it. */
enum Framework {
    MICRONAUT("micronaut", "application.jar"),
    QUARKUS(
            "quarkus",
            "quarkus-app/quarkus-run.jar",
            "",
            "nothing; but server interceptors that go on on another thread fail `@Blocking` methods, for Quarkus runs these "
                    + "from Vert.x's threads alone") {
        @Override
        boolean letsGoElsewhere() {
            return false;
        }
    },
    QUARKUS_ON_VERTX(
            "quarkus",
            "quarkus-app/quarkus-run.jar",
            "gRPC on Vert.x by `use-separate-server=false` and `use-quarkus-grpc-client=true`",
            "as above",
            "-Dquarkus.grpc.server.use-separate-server=false",
            "-Dquarkus.grpc.clients.greeter.use-quarkus-grpc-client=true") {
        @Override
        boolean letsGoElsewhere() {
            return false;
        }
    },
    SPRING_BOOT_3("spring-boot-3", "application.jar"),
    SPRING_BOOT_4("spring-boot-4", "application.jar"),
    ARMERIA("armeria", "application.jar"),
    HELIDON("helidon", "application.jar") {
        @Override
        List<Integer> javas() {
            return List.of(25);
        }
    },
    VERTX(
            "vertx",
            "application.jar",
            "",
            "what Vert.x's own gRPC serves and calls without the bridge: it has nothing of grpc-java's, and a line says so"),
    KOTLIN("kotlin", "application.jar"),
    OSGI(
            "osgi",
            "application.jar",
            "with the two settings of [OSGi](../agent/WHERE.md#module-loaders-osgi-and-others)",
            "nothing; without the settings all, and a line says so") {
        @Override
        List<String> mending() {
            return List.of(
                    "-Dorg.osgi.framework.bundle.parent=app", "-Dorg.osgi.framework.bootdelegation=dev.heddle.*");
        }
    },
    WILDFLY(
            "wildfly",
            "server/jboss-modules.jar",
            "with the setting of [JBoss Modules](../agent/WHERE.md#module-loaders-osgi-and-others)",
            "nothing; without the setting all, and a line says so") {
        @Override
        List<String> mending() {
            return List.of("-Djboss.modules.system.pkgs=org.jboss.byteman,dev.heddle");
        }

        @Override
        List<String> options() {
            return WildFly.options(jar().getParent());
        }

        @Override
        String[] arguments() {
            return WildFly.arguments(jar().getParent());
        }
    };

    private static final Map<String, Boolean> BUILT = new ConcurrentHashMap<>();

    private final String folder;
    private final String jar;
    private final String variant;
    private final String notIntercepted;
    private final List<String> options;

    Framework(String folder, String jar) {
        this(folder, jar, "", "");
    }

    /** With what the page says of it. */
    Framework(String folder, String jar, String variant, String notIntercepted, String... options) {
        this.folder = folder;
        this.jar = jar;
        this.variant = variant;
        this.notIntercepted = notIntercepted;
        this.options = List.of(options);
    }

    /** Those that this build runs. */
    static Stream<Framework> toRun() {
        String asked = System.getProperty("test.frameworks");
        List<String> folders = List.of(asked.split(","));
        return Stream.of(values()).filter(each -> asked.equals("all") || folders.contains(each.folder));
    }

    /** What sets it apart from others of the same application; empty for nothing. */
    String variant() {
        return variant;
    }

    /** What is not intercepted, and why; empty for nothing. */
    String notIntercepted() {
        return notIntercepted;
    }

    /** Options of the JVM. */
    List<String> options() {
        return options;
    }

    /** Options of the JVM by which a class loader that hides Heddle no longer does; none if there is no such loader. */
    List<String> mending() {
        return List.of();
    }

    /** What stands behind the JAR. */
    String[] arguments() {
        return new String[0];
    }

    /** Whether an interceptor may go on on another thread than it was called on. */
    boolean letsGoElsewhere() {
        return true;
    }

    /** The Java versions that run it, where there are such here. */
    List<Integer> javas() {
        return List.of(17, 25);
    }

    /** Where its application lies. */
    Path project() {
        return Repository.file("integration-tests/frameworks/applications/" + folder);
    }

    /** What {@code java -jar} runs. */
    Path jar() {
        BUILT.computeIfAbsent(folder, once -> build());
        return project().resolve("target").resolve(jar);
    }

    /** Builds the application as its users do. */
    private boolean build() {
        ThisMaven.Result result =
                new ThisMaven().java(Jdk.home(javas().get(0)).orElseThrow()).run(project(), "clean", "package");
        if (!result.success()) {
            throw new AssertionError("Maven does not build " + folder + ":\n" + result.output());
        }
        return true;
    }
}
