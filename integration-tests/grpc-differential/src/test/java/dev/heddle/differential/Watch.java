package dev.heddle.differential;

import io.grpc.ServerCall;
import java.util.function.Supplier;

/** A place of the application's code in one call: says what happens there, and has done what the script wants done. */
final class Watch {
    private final World world;
    private final int call;
    private final Place place;
    private final boolean heard;
    private final boolean context;
    private final boolean threadLocal;
    private volatile ServerCall<?, ?> served;

    Watch(World world, int call, Place place) {
        Setup setup = world.setup();
        this.world = world;
        this.call = call;
        this.place = place;
        // The others are there to let the network come to rest.
        this.heard = !place.isInterceptor() || setup.has(Option.valueOf(place.name()));
        this.context = place.isInterceptor() && heard && setup.has(Option.CONTEXT_SCOPES);
        this.threadLocal = place.isInterceptor() && heard && setup.has(Option.THREAD_LOCAL_SCOPES);
    }

    /** The call that {@link Verb#REFUSE} closes. */
    void served(ServerCall<?, ?> refusable) {
        served = refusable;
    }

    int call() {
        return call;
    }

    /** Says something that is no moment of its own. */
    void say(String what) {
        if (heard) {
            world.trace().add(place.name(), what);
        }
    }

    /** A moment with nothing further in. Answers whether the script would have it skipped. */
    boolean at(Moment moment, Supplier<String> details) {
        boolean[] skipped = {true};
        around(moment, details, () -> skipped[0] = false);
        return skipped[0];
    }

    /** A moment, whose way further in is the body. */
    void around(Moment moment, Supplier<String> details, Runnable body) {
        if (!heard) {
            pass(body);
            return;
        }
        say(moment + " " + details.get());
        try {
            if (!hook(moment, false)) {
                pass(body);
            }
            hook(moment, true);
        } catch (Throwable thrown) {
            say(moment + " throws " + Describe.thrown(thrown));
            throw thrown;
        }
        say(moment + " returns");
    }

    private void pass(Runnable body) {
        inServer(() -> {
            try {
                Scopes.run(place, context, threadLocal, body);
            } finally {
                world.flow().pace();
            }
        });
    }

    private void inServer(Runnable body) {
        if (place.ofClient()) {
            body.run();
        } else {
            world.flow().inServer(body);
        }
    }

    /** Answers whether the way further in is to be skipped. */
    private boolean hook(Moment moment, boolean after) {
        boolean[] skip = {false};
        inServer(() -> {
            for (Step step : world.hooks().next(call, place, moment, after)) {
                switch (step.verb()) {
                    case SKIP -> skip[0] = true;
                    case THROW -> raise(step.number());
                    case REFUSE -> refuse(step.number());
                    default -> world.perform(step);
                }
            }
        });
        return skip[0];
    }

    private void raise(int number) {
        if (world.setup().netty()) {
            // What else is thrown ends the library's executor for a call, which then loses what comes at that moment.
            Endings.raiseUnchecked(number);
        } else {
            Endings.raise(number);
        }
    }

    private void refuse(int number) {
        if (served != null) {
            say("refuses " + Describe.status(Endings.status(number)));
            try {
                served.close(Endings.status(number), Endings.trailers(number));
            } catch (Throwable thrown) {
                say("refusing throws " + Describe.thrown(thrown));
            }
        }
    }
}
