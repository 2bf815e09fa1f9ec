package dev.heddle.benchmarks.load;

import dev.heddle.benchmarks.Form;
import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Part;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.SideArm;
import dev.heddle.benchmarks.report.Comparison;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Layout;
import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Section;
import dev.heddle.benchmarks.report.Unit;
import dev.heddle.benchmarks.start.TemporalServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is left of the throughput, and how the latency is, of whole applications under load. */
public final class LoadBenchmarks implements Part {
    private static final double SHARE_OF_SATURATION = 0.7;
    private static final List<Unit> UNITS =
            List.of(Unit.PER_SECOND, Unit.CPU_MICROSECONDS, Unit.P50, Unit.P99, Unit.P99_9);
    private static final double START_SECONDS = 1.5;

    private final Setting setting;
    private final double workflowWarmup;
    private final double workflowSeconds;
    private final double grpcWarmup;
    private final double grpcSeconds;
    private final double latencySeconds;
    private final int rounds;

    public LoadBenchmarks(Setting setting) {
        Form form = setting.form();
        this.setting = setting;
        workflowWarmup = form.seconds(5, 4);
        workflowSeconds = form.seconds(5, 3);
        // After three seconds half of the processors' time is the compilers'.
        grpcWarmup = form.seconds(10, 2.5);
        grpcSeconds = form.seconds(3, 2);
        latencySeconds = form.seconds(5, 2.5);
        rounds = form.pick(4, 1);
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public double plannedSeconds() {
        double pilot = START_SECONDS + grpcWarmup + grpcSeconds;
        double workflows = 2 * START_SECONDS + workflowWarmup + workflowSeconds;
        return pilot + SideArm.values().length * rounds * (pilot + latencySeconds + workflows);
    }

    @Override
    public List<Section> run() {
        Figures pilot = new Figures();
        pilot.attempt(figures -> Launch.measureSaid(grpc(SideArm.NONE, 0), figures));
        double saturation = pilot.median(Unit.PER_SECOND);
        double rate = Double.isNaN(saturation) ? 0 : Math.rint(saturation * SHARE_OF_SATURATION);
        Map<String, Figures> workflows = arms();
        Map<String, Figures> calls = arms();
        for (int round = 0; round < rounds; round++) {
            for (SideArm arm : SideArm.values()) {
                workflows.get(arm.title()).attempt(figures -> workflows(arm, figures));
                calls.get(arm.title()).attempt(figures -> Launch.measureSaid(grpc(arm, rate), figures));
            }
        }
        String method = """
                %d rounds. Workflows with one activity: one worker and its client in a JVM, 32 always under way, Temporal's \
                in-memory server in another on the same processors. gRPC unary calls on loopback, client and server in one \
                JVM: 64 always under way; then latency at %.0f calls per second, which is %.0f %% of what the JVM without \
                interceptors can do, from when each call was due.""".formatted(rounds, rate, SHARE_OF_SATURATION * 100);
        return List.of(new Section(
                "End to end",
                method,
                Layout.ARMS_DOWN,
                List.of(row("workflows", workflows), row("gRPC calls", calls))));
    }

    private void workflows(SideArm arm, Figures figures) throws Exception {
        // A server of its own, so that none has the histories of others to carry.
        try (TemporalServer server = TemporalServer.start()) {
            Launch.measureSaid(
                    Launch.command(
                            arm.options(setting, 1),
                            WorkflowLoad.class,
                            "127.0.0.1:" + server.port(),
                            String.valueOf(workflowWarmup),
                            String.valueOf(workflowSeconds)),
                    figures);
        }
    }

    private List<String> grpc(SideArm arm, double rate) throws Exception {
        List<String> options = new ArrayList<>(arm.options(setting, 1));
        options.add("-Xmx1g");
        return Launch.command(
                options,
                GrpcLoad.class,
                String.valueOf(grpcWarmup),
                String.valueOf(grpcSeconds),
                String.valueOf(rate),
                String.valueOf(latencySeconds));
    }

    private static Map<String, Figures> arms() {
        Map<String, Figures> arms = new LinkedHashMap<>();
        for (SideArm arm : SideArm.values()) {
            arms.put(arm.title(), new Figures());
        }
        return arms;
    }

    private static Row row(String what, Map<String, Figures> arms) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Unit unit : UNITS) {
            comparisons.add(new Comparison(SideArm.BY_HAND.title(), SideArm.NONE.title(), Limit.told(unit)));
            comparisons.add(new Comparison(SideArm.HEDDLE.title(), SideArm.BY_HAND.title(), Limit.told(unit)));
        }
        return new Row(what, arms, comparisons);
    }
}
