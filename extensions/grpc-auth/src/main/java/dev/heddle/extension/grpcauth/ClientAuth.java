package dev.heddle.extension.grpcauth;

import static dev.heddle.api.Selector.GRPC_CLIENT;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.List;

/**
 * Adds a token to the gRPC calls that leave, unless the application has set that header. Settings:
 *
 * <ul>
 *   <li>{@code client.token-file}: a file with the token, read again when it changes; of several lines the first is
 *       sent. It must not be readable by everyone; while it is, or is missing or empty, the calls that would carry the
 *       token are refused with UNAUTHENTICATED rather than sent without.
 *   <li>{@code client.token}, or {@code client.token-variable} with the name of an environment variable: the token.
 *       Exactly one of the three.
 *   <li>{@code client.header}: the header for the token, by default {@code authorization}.
 *   <li>{@code client.scheme}: what stands before the token there, such as {@code Bearer}; by default nothing.
 *   <li>{@code client.only}: which calls get the token, as {@code package.Service}, {@code package.Service/Method},
 *       {@code package.*} or {@code *}, separated by commas; by default all but those of Temporal, OpenTelemetry and
 *       Envoy, which belong to the infrastructure.
 *   <li>{@code client.except}: which calls do not, as well.
 *   <li>Anything else under {@code client.} without a token, be it mistyped, refuses these calls too.
 * </ul>
 */
public final class ClientAuth implements Extension {
    private static final List<String> INFRASTRUCTURE =
            List.of("temporal.api.*", "opentelemetry.proto.*", "envoy.service.*");

    private Coverage coverage;

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        Notices notices = new Notices(settings, "client", "every call that would carry the token");
        Side side = Side.read(settings, notices, INFRASTRUCTURE);
        if (!side.hasTokens()) {
            if (!settings.hasAny("client.")) {
                return;
            }
            notices.refuses("there is no token to send; set " + notices.key("token-file"));
        }
        notices.tell("sends its token to " + side);
        if (settings.get("client.only") == null) {
            notices.warn("sends its token to every service that the application calls; name those that it is for in "
                    + notices.key("only"));
        }
        ClientCredentials credentials = new ClientCredentials(side.header(), side.tokensOrNone());
        coverage = new Coverage(side.methods(), notices, "is called without the token");
        interceptors.on(GRPC_CLIENT.matching(operation -> coverage.includes(operation.name())), credentials);
    }

    /** Further in than most, which need not see the token. */
    @Override
    public int order() {
        return 1000;
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
