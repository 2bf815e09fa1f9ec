package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.Form;
import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Setting;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** What is started. How long it takes is what two quiet processors need for it, for the plan alone. */
enum Application {
    HELLO("Hello World", 1.15, 0.12, 2.2) {
        @Override
        List<String> command(Setting setting, StartArm arm, List<String> options, int temporal) {
            // The module's own classes come first: a small application has a short class path.
            return Launch.command(
                    options, Launch.CLASS_PATH.split(File.pathSeparator)[0], HelloWorld.class.getName(), List.of());
        }

        @Override
        int rounds(Form form) {
            return form.pick(20, 6);
        }

        @Override
        boolean has(StartArm arm) {
            return !arm.byHand() && arm != StartArm.ARCHIVE;
        }

        @Override
        StartArm reference(StartArm arm) {
            return arm.heddle() ? StartArm.TRIVIAL : StartArm.NONE;
        }
    },
    TEMPORAL("Temporal, first result", 1.10, 1.6, 5) {
        @Override
        List<String> command(Setting setting, StartArm arm, List<String> options, int temporal) {
            return Launch.command(options, TemporalApplication.class, "127.0.0.1:" + temporal);
        }

        @Override
        int rounds(Form form) {
            return form.pick(8, 2);
        }
    },
    GRPC("gRPC, first answer", 1.10, 0.7, 3.5) {
        @Override
        List<String> command(Setting setting, StartArm arm, List<String> options, int temporal) {
            return Launch.command(options, GrpcApplication.class);
        }

        @Override
        int rounds(Form form) {
            return form.pick(8, 2);
        }
    },
    /** Its gRPC server and client have no interceptors by hand; its workflow's and activity's are the heavier part. */
    SPRING_BOOT("Spring Boot with Temporal", 1.10, 3.5, 9) {
        @Override
        List<String> command(Setting setting, StartArm arm, List<String> options, int temporal) {
            List<String> all = new ArrayList<>(options);
            all.add("-Dloader.main=" + SpringBootApplication.class.getName());
            all.add("-Dloader.path=" + Launch.CLASS_PATH.split(File.pathSeparator)[0]);
            return Launch.command(
                    all,
                    setting.springBootApplication().toString(),
                    "org.springframework.boot.loader.launch.PropertiesLauncher",
                    List.of(
                            "--spring.temporal.test-server.enabled=false",
                            "--spring.temporal.connection.target=127.0.0.1:" + temporal));
        }

        @Override
        int rounds(Form form) {
            return form.pick(5, 1);
        }

        /** The JVM does not archive what comes from JARs within a JAR. */
        @Override
        boolean has(StartArm arm) {
            return arm != StartArm.ARCHIVE;
        }
    };

    private static final int PEER_ROUNDS = 2;

    private final String title;
    private final double mostCpu;
    private final double seconds;
    private final double peerSeconds;

    Application(String title, double mostCpu, double seconds, double peerSeconds) {
        this.title = title;
        this.mostCpu = mostCpu;
        this.seconds = seconds;
        this.peerSeconds = peerSeconds;
    }

    String title() {
        return title;
    }

    /** How much processor time Heddle may take, times its reference's. */
    double mostCpu() {
        return mostCpu;
    }

    /** The command that starts it, with the port of a Temporal server. */
    abstract List<String> command(Setting setting, StartArm arm, List<String> options, int temporal);

    /** How often each arm has its turn. */
    abstract int rounds(Form form);

    /** The other agents, which are slow and have no limit, have fewer. */
    int rounds(Form form, StartArm arm) {
        return arm.peer() ? Math.min(form.pick(PEER_ROUNDS, 1), rounds(form)) : rounds(form);
    }

    boolean has(StartArm arm) {
        return true;
    }

    StartArm reference(StartArm arm) {
        return arm.reference();
    }

    double plannedSeconds(Form form) {
        double planned = 0;
        for (StartArm arm : StartArm.values()) {
            if (has(arm)) {
                planned += rounds(form, arm) * (arm.peer() ? peerSeconds : seconds);
            }
        }
        return planned;
    }
}
