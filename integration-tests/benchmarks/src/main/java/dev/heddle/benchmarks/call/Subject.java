package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Unit;
import java.util.List;
import java.util.Map;

/**
 * One benchmark.
 *
 * @param method of JMH
 * @param headers whether the call carries headers
 * @param parameters of JMH, besides the arm
 * @param pairs how often a round compares an interceptor by hand with a woven one: more often where two forks of the same
 *     arm differ by as much as the limit allows
 * @param time what counts: of a call that takes several threads the processors', for the clock's goes by until they wake
 */
public record Subject(
        String title, String method, boolean headers, Map<String, String> parameters, int pairs, Unit time) {
    private static final String TRANSPORT = "transport";
    private static final String COUNT = "count";

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
                grpc("gRPC unary, one thread", "unary", Transport.DIRECT, 3),
                grpc("gRPC unary, loopback", "unary", Transport.LOOPBACK, 3),
                grpc("gRPC stream's message, one thread", "message", Transport.DIRECT, 1),
                grpc("gRPC stream's message, loopback", "message", Transport.LOOPBACK, 3));
    }

    /** The one with a chain of many interceptors. */
    public static Subject chain(int count) {
        return new Subject(
                "client signal, each of " + count,
                "ClientCalls.signal",
                false,
                Map.of(COUNT, String.valueOf(count)),
                1,
                Unit.NANOSECONDS);
    }

    private static Subject temporal(String title, String method, boolean headers) {
        return new Subject(title, method, headers, Map.of(COUNT, "1"), 1, Unit.NANOSECONDS);
    }

    private static Subject grpc(String title, String method, Transport transport, int pairs) {
        return new Subject(
                title,
                "GrpcCalls." + method,
                method.equals("unary"),
                Map.of(TRANSPORT, transport.name()),
                pairs,
                transport == Transport.DIRECT ? Unit.NANOSECONDS : Unit.CPU_NANOSECONDS);
    }

    /** Whether a call takes long enough to need longer iterations. */
    boolean isGrpc() {
        return parameters.containsKey(TRANSPORT);
    }

    /** Whether a call goes over the network. */
    boolean isLoopback() {
        return Transport.LOOPBACK.name().equals(parameters.get(TRANSPORT));
    }

    /** How many interceptors there are. */
    int count() {
        return Integer.parseInt(parameters.getOrDefault(COUNT, "1"));
    }

    /** What an interceptor that passes everything on may cost over one by hand; of gRPC a pair, at both ends. */
    List<Limit> passing() {
        return List.of(isGrpc() ? Limit.times(time, 1.05) : Limit.more(time, 15), Limit.more(Unit.BYTES, 64));
    }

    /** The same where its calls are counted. */
    List<Limit> counted() {
        return List.of(Limit.more(time, 15 + 10), Limit.more(Unit.BYTES, 64));
    }

    /** Those who read and write headers have no limit. */
    List<Limit> header() {
        return List.of(Limit.toldMore(time), Limit.toldMore(Unit.BYTES));
    }

    /** What each of many may cost over none; of a single one the limit is another. */
    List<Limit> each() {
        return List.of(count() > 1 ? Limit.more(time, 10) : Limit.toldMore(time), Limit.toldMore(Unit.BYTES));
    }

    /** What it may cost over nothing where nobody wants it, or who did is disabled. */
    List<Limit> unwanted() {
        return List.of(Limit.more(time, 0), Limit.more(Unit.BYTES, 0));
    }
}
