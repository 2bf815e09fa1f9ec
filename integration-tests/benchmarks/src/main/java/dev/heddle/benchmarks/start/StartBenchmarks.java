package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Table;
import dev.heddle.benchmarks.report.Unit;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a JVM costs from its start to its first result. In each round every arm has its turn. */
public final class StartBenchmarks {
    private static final int LAUNCHES_PER_ROUND = 2;
    private static final List<Limit> HELLO = limits(1.15);
    private static final List<Limit> FIRST_RESULT = limits(1.10);

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    /** The module's own, which come first: a small application has a short class path. */
    private static final String OWN_CLASSES = CLASS_PATH.split(File.pathSeparator)[0];

    private final Setting setting;
    private final Map<StartArm, List<String>> options = new EnumMap<>(StartArm.class);

    public StartBenchmarks(Setting setting) {
        this.setting = setting;
    }

    /** Of the CPU's time; the rest is told. */
    private static List<Limit> limits(double most) {
        return List.of(Limit.times(Unit.CPU_SECONDS, most), Limit.none(Unit.SECONDS), Limit.none(Unit.MEBIBYTES));
    }

    /** Measures everything and adds it to the table. */
    public void run(Table table) throws IOException, InterruptedException {
        Agents agents = new Agents(setting);
        for (StartArm arm : StartArm.values()) {
            options.put(arm, agents.options(arm));
        }
        Map<StartArm, Figures> hello = measure(OWN_CLASSES, HelloWorld.class);
        for (StartArm arm : List.of(StartArm.NO_EXTENSION, StartArm.TEN_EXTENSIONS)) {
            table.add(row("Hello World", hello, arm, StartArm.TRIVIAL, HELLO));
        }
        int port = freePort();
        Process server = new ProcessBuilder(
                        Launch.command(List.of(), CLASS_PATH, TemporalServer.class, String.valueOf(port)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            server.inputReader().readLine();
            report(
                    "Temporal, to the first workflow's result",
                    measure(CLASS_PATH, TemporalApplication.class, "127.0.0.1:" + port),
                    table);
        } finally {
            server.destroy();
        }
        report("gRPC, to the first answer", measure(CLASS_PATH, GrpcApplication.class), table);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Map<StartArm, Figures> measure(String classPath, Class<?> application, String... arguments)
            throws IOException, InterruptedException {
        Map<StartArm, Figures> figures = new EnumMap<>(StartArm.class);
        for (int launch = 0; launch < setting.rounds() * LAUNCHES_PER_ROUND; launch++) {
            for (StartArm arm : StartArm.values()) {
                Launch.measure(
                        Launch.command(options.get(arm), classPath, application, arguments),
                        figures.computeIfAbsent(arm, added -> new Figures()));
            }
        }
        return figures;
    }

    private static void report(String subject, Map<StartArm, Figures> figures, Table table) {
        for (StartArm arm : List.of(StartArm.NO_EXTENSION, StartArm.ONE_EXTENSION, StartArm.TEN_EXTENSIONS)) {
            table.add(row(subject, figures, arm, arm.byHand(), FIRST_RESULT));
        }
    }

    private static Row row(
            String subject, Map<StartArm, Figures> figures, StartArm arm, StartArm reference, List<Limit> limits) {
        return new Row(
                subject, arm.title(), figures.get(StartArm.NONE), figures.get(reference), figures.get(arm), limits);
    }
}
