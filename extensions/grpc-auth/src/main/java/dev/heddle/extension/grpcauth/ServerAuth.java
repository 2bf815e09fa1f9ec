package dev.heddle.extension.grpcauth;

import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.List;

/**
 * Ends gRPC calls that arrive without an accepted token with UNAUTHENTICATED, by their headers alone and as they arrive:
 * nothing of a request is asked for or parsed before. Settings:
 *
 * <ul>
 *   <li>{@code server.token-file}: a file with the accepted tokens, one a line, read again when it changes;
 *       a line that begins with {@code #} is a comment. It must not be readable by everyone; while it is, or is missing or
 *       empty, every guarded call is refused.
 *   <li>{@code server.token}, or {@code server.token-variable} with the name of an environment variable: the accepted
 *       tokens, separated by commas. Exactly one of the three. A token in a command line is there for all to see.
 *   <li>{@code server.header}: the header with the token, by default {@code authorization}.
 *   <li>{@code server.scheme}: what stands before the token there, such as {@code Bearer}; by default nothing.
 *   <li>{@code server.message}: what the caller is told, by default {@code Access denied!}
 *   <li>{@code server.only}: what is guarded, as {@code package.Service}, {@code package.Service/Method},
 *       {@code package.*} or {@code *}, separated by commas; by default all methods but those of gRPC's
 *       health and reflection services, and Temporal's own, which a test server in this process has.
 *   <li>{@code server.except}: what is not guarded, as well.
 *   <li>{@code server.required}: whether all guarded calls are refused if no token is set; by default {@code true}, but
 *       {@code false} where there is a token for the client and nothing under {@code server.}. It is {@code true}
 *       whatever is said where anything else under {@code server.} is set, be it mistyped.
 *   <li>{@code reload}: how long a change of a file may go unnoticed, by default {@code 1s}.
 * </ul>
 */
public final class ServerAuth implements Extension {
    /** What an orchestrator, a developer's tools and the workers of a Temporal server in this process call. */
    private static final List<String> EXEMPT = List.of(
            "grpc.health.v1.Health/Check",
            "grpc.health.v1.Health/Watch",
            "grpc.health.v1.Health/List",
            "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
            "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
            "temporal.api.workflowservice.v1.WorkflowService",
            "temporal.api.operatorservice.v1.OperatorService",
            "temporal.api.testservice.v1.TestService");

    private Notices notices;
    private Side side;
    private Coverage coverage;

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        notices = new Notices(settings, "server", "every guarded call that arrives");
        side = Side.read(settings, notices, EXEMPT);
        boolean required = required(settings, notices);
        String message = settings.get("server.message", "Access denied!");
        if (!side.hasTokens() && !required) {
            notices.tell("does not guard what arrives: " + notices.key("token-file") + " is not set");
            return;
        }
        if (!side.hasTokens()) {
            notices.refuses("there is no token to compare with; set " + notices.key("token-file"));
        }
        notices.tell("guards " + side);
        coverage = new Coverage(side.methods(), notices, "is not guarded");
        interceptors.on(
                GRPC_SERVER.matching(operation -> coverage.includes(operation.name())),
                new ServerGuard(side.header(), side.tokensOrNone(), message));
    }

    /** Whether there must be a token: half a guard is none, so anything that is set for the server asks for one. */
    private static boolean required(Settings settings, Notices notices) {
        boolean any = settings.hasAny("server.", "server.required");
        boolean clientAlone = !TokenSource.given(settings, "client").isEmpty();
        try {
            return settings.get("server.required", !clientAlone) || any;
        } catch (IllegalArgumentException unfit) {
            notices.warn("takes server.required for true: " + unfit.getMessage());
            return true;
        }
    }

    /** Says what becomes of this server's calls. */
    @Override
    public void onServerStart(GrpcServer server) {
        if (coverage == null) {
            notices.tell("the server at " + server.address() + " is not guarded");
        } else {
            coverage.tell(server, side.tokensOrNone().now().size());
        }
    }

    /** Further out than most, which need not see what is refused. */
    @Override
    public int order() {
        return -1000;
    }

    @Override
    public boolean failClosed() {
        return true;
    }

    @Override
    public void close() {
        if (coverage != null) {
            coverage.close();
        }
    }
}
