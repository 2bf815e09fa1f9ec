package dev.heddle.containers;

import static dev.heddle.api.Selector.ALL;
import static dev.heddle.api.Selector.OUTBOUND;

import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import io.temporal.serviceclient.Version;

/**
 * Prints each call that it intercepts, with what a header brought that the outbound call has set, and beside which SDK.
 * It counts its instances in a static, which each application has of its own.
 */
public final class Recording implements Extension {
    private static final String HEADER = "sent-by";

    private static int instances;

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        print("instance " + ++instances);
        interceptors.on(OUTBOUND, call -> {
            call.headers().put(HEADER, call.operation().name());
            return call.proceed();
        });
        interceptors.on(ALL, call -> {
            boolean inbound = call.operation().category().inbound();
            String sender = inbound ? call.headers().get(HEADER) : null;
            print(call.operation() + (sender == null ? "" : ", sent by " + sender));
            return call.proceed();
        });
        // What the SDK says to its server is only for who asks for it.
        interceptors.on(
                ALL.matching(operation -> operation.category() == Category.GRPC_CLIENT
                        && operation.name().endsWith("/StartWorkflowExecution")),
                call -> {
                    print(call.operation().toString());
                    return call.proceed();
                });
    }

    /** What each line begins with beside an SDK of this version. */
    static String prefix(String sdk) {
        return "extension beside SDK " + sdk + ": ";
    }

    private static void print(String line) {
        System.out.println(prefix(Version.LIBRARY_VERSION) + line);
    }
}
