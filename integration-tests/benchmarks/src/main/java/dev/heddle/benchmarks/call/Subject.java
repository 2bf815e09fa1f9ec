package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Unit;
import java.util.List;
import java.util.Map;

/**
 * One benchmark. Its limits are of the CPU's time: of a call that takes several threads, most of the clock's goes by
 * until they wake.
 *
 * @param method of JMH
 * @param headers whether the call carries headers
 * @param parameters of JMH, besides the arm
 */
record Subject(String title, String method, boolean headers, Map<String, String> parameters, List<Limit> limits) {
    private static final List<Limit> TEMPORAL =
            List.of(Limit.more(Unit.CPU_NANOSECONDS, 15), Limit.more(Unit.BYTES, 64));
    private static final List<Limit> GRPC =
            List.of(Limit.times(Unit.CPU_NANOSECONDS, 1.05), Limit.more(Unit.BYTES, 64));

    private static final List<Limit> ALMOST_NOTHING =
            List.of(Limit.times(Unit.CPU_NANOSECONDS, 1.02), Limit.times(Unit.BYTES, 1.01));
    private static final List<Limit> NOTHING = List.of(Limit.more(Unit.CPU_NANOSECONDS, 1), Limit.more(Unit.BYTES, 0));

    static List<Subject> all() {
        return List.of(
                temporal("client start", "ClientCalls.start", true),
                temporal("client signal", "ClientCalls.signal", true),
                temporal("client query", "ClientCalls.query", true),
                temporal("workflow inbound execute", "WorkflowCalls.execute", true),
                temporal("workflow outbound executeActivity", "WorkflowCalls.executeActivity", true),
                temporal("workflow outbound currentTimeMillis", "WorkflowCalls.currentTimeMillis", false),
                temporal("activity inbound execute", "ActivityCalls.execute", true),
                temporal("activity outbound heartbeat", "ActivityCalls.heartbeat", false),
                grpc("gRPC unary, one thread", "unary", Transport.DIRECT),
                grpc("gRPC unary, in process", "unary", Transport.IN_PROCESS),
                grpc("gRPC unary, loopback", "unary", Transport.LOOPBACK),
                grpc("gRPC stream's message, one thread", "message", Transport.DIRECT),
                grpc("gRPC stream's message, loopback", "message", Transport.LOOPBACK));
    }

    private static Subject temporal(String title, String method, boolean headers) {
        return new Subject(title, method, headers, Map.of("count", "1"), TEMPORAL);
    }

    private static Subject grpc(String title, String method, Transport transport) {
        return new Subject(
                title, "GrpcCalls." + method, method.equals("unary"), Map.of("transport", transport.name()), GRPC);
    }

    /** What it may cost over nothing where nobody wants it; what gRPC itself does is not the same each time. */
    List<Limit> unwanted() {
        return limits == GRPC ? ALMOST_NOTHING : NOTHING;
    }

    /** The one with which chains of many interceptors are measured. */
    Subject times(int count) {
        return new Subject(
                title + ", each of " + count,
                method,
                false,
                Map.of("count", "" + count),
                List.of(Limit.more(Unit.CPU_NANOSECONDS, 10)));
    }
}
