package dev.heddle.differential;

import io.grpc.Context;
import io.grpc.Deadline;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** One call of a script, with both of its ends. */
final class Conversation {
    private final ClientEnd client;
    private final Context.CancellableContext context;
    private volatile ServerEnd server;
    private volatile IntConsumer credentials;

    Conversation(World world, int number) {
        this.client = ClientEnd.of(world, number);
        this.context = context(world.setup(), world.time());
    }

    private static Context.CancellableContext context(Setup setup, FakeTime time) {
        if (!setup.has(Option.CONTEXT)) {
            return null;
        }
        Context context = Context.ROOT.withValue(Scopes.CALLER, "there");
        if (setup.has(Option.CONTEXT_ENDS_SOON)) {
            return context.withDeadline(Deadline.after(1, TimeUnit.SECONDS, time), time.scheduler());
        } else if (setup.has(Option.CONTEXT_ENDS_LATE)) {
            return context.withDeadline(Deadline.after(1, TimeUnit.HOURS, time), time.scheduler());
        }
        return context.withCancellation();
    }

    ClientEnd client() {
        return client;
    }

    /** The handler's end, of the latest attempt. */
    void server(ServerEnd end) {
        server = end;
    }

    /** What is to be told which credentials there are. */
    void credentials(IntConsumer waiting) {
        credentials = waiting;
    }

    /** Does what the client does in its context. */
    void inContext(Runnable body) {
        if (context == null) {
            body.run();
        } else {
            context.run(body);
        }
    }

    /** Does what a step says. Answers what there is to say of it. */
    String perform(Step step) {
        Verb verb = step.verb();
        if (verb.name().startsWith("CLIENT")) {
            String[] said = {null};
            inContext(() -> said[0] = client.perform(verb, step.number()));
            return said[0];
        } else if (verb.name().startsWith("SERVER")) {
            return server == null ? "no call yet" : server.perform(verb, step.number());
        } else if (verb == Verb.CREDENTIALS) {
            if (credentials == null) {
                return "not asked for";
            }
            credentials.accept(step.number());
        } else if (context != null) {
            context.cancel(step.number() == 0 ? null : new IllegalStateException("context is over"));
        }
        return "done";
    }
}
