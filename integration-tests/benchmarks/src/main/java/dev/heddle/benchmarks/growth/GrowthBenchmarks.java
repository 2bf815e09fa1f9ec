package dev.heddle.benchmarks.growth;

import dev.heddle.benchmarks.Form;
import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Part;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.SideArm;
import dev.heddle.benchmarks.call.Arm;
import dev.heddle.benchmarks.call.Fork;
import dev.heddle.benchmarks.call.Subject;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Layout;
import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Section;
import dev.heddle.benchmarks.report.Unit;
import dev.heddle.benchmarks.start.GrpcApplication;
import dev.heddle.benchmarks.start.TemporalServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the cost of one stays the same when there are many. */
public final class GrowthBenchmarks implements Part {
    private static final String METHOD = """
            What each one costs where there are so many; linear growth is the same figure at each point. Extensions: what the start of a gRPC \
            application takes more than without any, each in a JAR of its own (by hand, an interceptor each). Woven classes: \
            loading alone, in the loading thread. Loaders: applications with gRPC of their own in one JVM; memory is the live \
            heap and the classes. Cached workflows: all waiting in one worker, started since the point before; memory is the \
            live heap. Threads: a client's signal as under "One call", from so many threads at once.""";

    private final Setting setting;
    private final List<Growth> growths;

    public GrowthBenchmarks(Setting setting) {
        Form form = setting.form();
        this.setting = setting;
        int rounds = form.pick(3, 1);
        int most = form.pick(10_000, 1_000);
        int[] workflows = IntStream.of(10, 100, 1_000, 10_000)
                .filter(point -> point <= Math.max(most, 100))
                .toArray();
        growths = List.of(
                new Growth(
                        "extensions",
                        List.of(Limit.toldMore(Unit.CPU_MILLISECONDS), Limit.toldMore(Unit.KIBIBYTES)),
                        SideArm.BY_HAND,
                        new int[] {1, 10, 100},
                        form.pick(4, 1),
                        4.2,
                        GrowthBenchmarks::extensions),
                new Growth(
                        "woven classes",
                        List.of(Limit.toldMore(Unit.CPU_MILLISECONDS)),
                        SideArm.NONE,
                        new int[] {5, 50, 500},
                        rounds,
                        1.5,
                        (own, arm, figures) -> Point.measure(
                                Launch.command(arm.options(own, 1), WovenGrowth.class, "5", "50", "500"),
                                Unit.CPU_MILLISECONDS,
                                1e6,
                                figures)),
                new Growth(
                        "application loaders",
                        List.of(Limit.toldMore(Unit.CPU_MILLISECONDS), Limit.toldMore(Unit.KIBIBYTES)),
                        SideArm.BY_HAND,
                        new int[] {10, 50},
                        rounds,
                        6,
                        (own, arm, figures) -> Point.measure(
                                Launch.command(arm.options(own, 1), LoaderGrowth.class, "10", "50"),
                                Unit.CPU_MILLISECONDS,
                                1e6,
                                figures)),
                new Growth(
                        "cached workflows",
                        List.of(Limit.toldMore(Unit.CPU_MICROSECONDS), Limit.toldMore(Unit.KIBIBYTES)),
                        SideArm.BY_HAND,
                        workflows,
                        form.pick(2, 1),
                        form.pick(22, 6),
                        (own, arm, figures) -> workflows(own, arm, workflows, figures)),
                threads(form));
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public double plannedSeconds() {
        return growths.stream().mapToDouble(Growth::plannedSeconds).sum();
    }

    @Override
    public List<Section> run() {
        List<Row> rows = new ArrayList<>();
        growths.forEach(growth -> rows.addAll(growth.measure(setting)));
        return List.of(new Section("Growth", METHOD, Layout.ARMS_ACROSS, rows));
    }

    private static void extensions(Setting setting, SideArm arm, Map<Integer, Figures> points) throws Exception {
        Figures without = new Figures();
        Launch.measureWhole(Launch.command(arm.options(setting, 0), GrpcApplication.class), without);
        for (Map.Entry<Integer, Figures> point : points.entrySet()) {
            int count = point.getKey();
            Figures with = new Figures();
            Launch.measureWhole(Launch.command(arm.options(setting, count), GrpcApplication.class), with);
            double cpu = with.median(Unit.CPU_SECONDS) - without.median(Unit.CPU_SECONDS);
            double memory = with.median(Unit.MEBIBYTES) - without.median(Unit.MEBIBYTES);
            point.getValue().add(Unit.CPU_MILLISECONDS, cpu * 1000 / count);
            point.getValue().add(Unit.KIBIBYTES, memory * 1024 / count);
        }
    }

    private static void workflows(Setting setting, SideArm arm, int[] points, Map<Integer, Figures> figures)
            throws Exception {
        try (TemporalServer server = TemporalServer.start()) {
            List<String> arguments = new ArrayList<>(List.of("127.0.0.1:" + server.port()));
            IntStream.of(points).mapToObj(String::valueOf).forEach(arguments::add);
            Point.measure(
                    Launch.command(arm.options(setting, 1), WorkflowGrowth.class, arguments.toArray(String[]::new)),
                    Unit.CPU_MICROSECONDS,
                    1e3,
                    figures);
        }
    }

    private static Growth threads(Form form) {
        Subject signal = Subject.chain(1);
        int[] points = {1, 2, 4, 16};
        return new Growth(
                "threads",
                List.of(Limit.more(Unit.CPU_NANOSECONDS, 15), Limit.more(Unit.BYTES, 64)),
                SideArm.BY_HAND,
                points,
                form.pick(3, 1),
                points.length * Fork.plannedSeconds(signal, form),
                (setting, arm, figures) -> {
                    Fork fork = new Fork(setting);
                    for (int threads : points) {
                        fork.measure(signal, of(arm), threads, figures.get(threads));
                    }
                });
    }

    private static Arm of(SideArm arm) {
        return Stream.of(Arm.NONE, Arm.BY_HAND, Arm.WOVEN).toList().get(arm.ordinal());
    }
}
