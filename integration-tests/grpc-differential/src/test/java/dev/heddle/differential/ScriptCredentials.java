package dev.heddle.differential;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Executor;

/** Credentials of a call, which come when the script says so. */
final class ScriptCredentials extends CallCredentials {
    private static final Metadata.Key<String> TOKEN = Metadata.Key.of("token", Metadata.ASCII_STRING_MARSHALLER);

    private final World world;
    private final int call;

    ScriptCredentials(World world, int call) {
        this.world = world;
        this.call = call;
    }

    static boolean wanted(Setup setup) {
        return setup.has(Option.CREDENTIALS_AT_ONCE)
                || setup.has(Option.CREDENTIALS_LATER)
                || setup.has(Option.CREDENTIALS_FAIL)
                || setup.has(Option.CREDENTIALS_THROW);
    }

    @Override
    public void applyRequestMetadata(RequestInfo request, Executor executor, MetadataApplier applier) {
        world.trace()
                .add(
                        "credentials",
                        "asked for " + request.getMethodDescriptor().getFullMethodName() + " of "
                                + request.getAuthority() + " " + request.getSecurityLevel());
        Setup setup = world.setup();
        if (setup.has(Option.CREDENTIALS_THROW)) {
            throw new IllegalStateException("no credentials");
        } else if (setup.has(Option.CREDENTIALS_LATER)) {
            world.calls(call).credentials(later -> world.flow().onNetwork(() -> answer(applier, later)));
        } else {
            answer(applier, setup.has(Option.CREDENTIALS_FAIL) ? 3 : 0);
        }
    }

    private static void answer(MetadataApplier applier, int number) {
        if (number == 3) {
            applier.fail(Status.UNAUTHENTICATED.withDescription("no token"));
        } else {
            Metadata headers = new Metadata();
            headers.put(TOKEN, "secret");
            applier.apply(headers);
        }
    }
}
