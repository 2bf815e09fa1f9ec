package dev.heddle.extension.grpcauth;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.List;

/**
 * Ends gRPC calls that arrive without an accepted token with UNAUTHENTICATED, before the handler runs. Settings:
 *
 * <ul>
 *   <li>{@code server.token-file}: a file with the accepted tokens, one a line, read again when it changes. It must not
 *       be readable by everyone; while it is, or is missing or empty, every guarded call is refused.
 *   <li>{@code server.token}, or {@code server.token-variable} with the name of an environment variable: the accepted
 *       tokens, separated by commas. Exactly one of the three. A token in a command line is there for all to see.
 *   <li>{@code server.header}: the header with the token, by default {@code authorization}.
 *   <li>{@code server.scheme}: what stands before the token there, such as {@code Bearer}; by default nothing.
 *   <li>{@code server.message}: what the caller is told, by default {@code Access denied!}
 *   <li>{@code server.only}: what is guarded, as {@code package.Service}, {@code package.Service/Method},
 *       {@code package.*} or {@code *}, separated by commas; by default every service but gRPC's own for health and
 *       reflection.
 *   <li>{@code server.except}: what is not guarded, as well.
 *   <li>{@code server.required}: whether all guarded calls are refused if no token is set; by default {@code true}, but
 *       {@code false} where there is a token for the client and nothing for the server.
 *   <li>{@code reload}: how long a change of a file may go unnoticed, by default {@code 1s}.
 * </ul>
 */
public final class ServerAuth implements Extension {
    private static final List<String> OPEN = List.of(
            "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection");

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        Notices notices = new Notices(settings.extension(), "every guarded call that arrives");
        Side side = Side.read(settings, "server", notices, OPEN);
        boolean required = required(settings, notices);
        String message = settings.get("server.message", "Access denied!");
        if (!side.hasTokens() && !required) {
            notices.tell("does not guard what arrives: " + notices.key("server.token-file") + " is not set");
            return;
        }
        if (!side.hasTokens()) {
            notices.refuses("it has no token to compare with; set " + notices.key("server.token-file"));
        }
        ServerGuard guard = new ServerGuard(side.header(), side.hasTokens() ? side.tokens() : Tokens.NONE, message);
        interceptors.on(
                ALL.matching(operation -> operation.category() == Category.GRPC_SERVER
                        && side.methods().include(operation.name())),
                call -> guard.intercept((GrpcServerCall) call));
    }

    private static boolean required(Settings settings, Notices notices) {
        boolean clientAlone = !TokenSource.given(settings, "client").isEmpty()
                && settings.get("server.only") == null
                && settings.get("server.except") == null;
        try {
            return settings.get("server.required", !clientAlone);
        } catch (IllegalArgumentException unfit) {
            notices.tell("takes server.required for true: " + unfit.getMessage());
            return true;
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
}
