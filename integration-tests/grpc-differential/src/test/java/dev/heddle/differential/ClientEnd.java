package dev.heddle.differential;

import io.grpc.CallOptions;
import io.grpc.Channel;
import java.util.function.Supplier;

/** Who makes a call, in one of the ways that there are. What cannot be done in that way is said to be so. */
abstract class ClientEnd {
    final World world;
    final int number;
    final Watch watch;

    ClientEnd(World world, int number) {
        this.world = world;
        this.number = number;
        this.watch = new Watch(world, number, Place.CLIENT);
    }

    static ClientEnd of(World world, int number) {
        return switch (world.setup().client()) {
            case RAW -> new RawClient(world, number);
            case ASYNC -> new AsyncClient(world, number);
            case FUTURE -> new FutureClient(world, number);
            case BLOCKING -> new BlockingClient(world, number);
        };
    }

    /** Does what a step says. Answers what there is to say of it. */
    final String perform(Verb verb, int argument) {
        switch (verb) {
            case CLIENT_START -> start(argument);
            case CLIENT_START_AGAIN -> startAgain();
            case CLIENT_REQUEST -> request(argument);
            case CLIENT_SEND -> send(Payload.of(argument));
            case CLIENT_HALF_CLOSE -> halfClose();
            case CLIENT_CANCEL -> {
                String message = argument % 2 == 0 ? "enough" : null;
                cancel(message, argument < 2 ? null : new IllegalStateException("cause"));
            }
            case CLIENT_COMPRESS -> compress(argument % 2 == 0);
            default -> {
                return look();
            }
        }
        return "done";
    }

    abstract void start(int argument);

    void startAgain() {
        throw new NotHereException();
    }

    void request(int messages) {
        throw new NotHereException();
    }

    void send(String message) {
        throw new NotHereException();
    }

    void halfClose() {
        throw new NotHereException();
    }

    void cancel(String message, Throwable cause) {
        throw new NotHereException();
    }

    void compress(boolean enabled) {
        throw new NotHereException();
    }

    String look() {
        throw new NotHereException();
    }

    /** How the call stands when the script is over. */
    abstract String state();

    /** The executor of a caller that waits becomes one that the script can wait for. */
    CallOptions withOwnExecutor(CallOptions options) {
        return options;
    }

    /** Something is given to who has made the call. */
    void delivering() {}

    /** The call was cancelled on the current thread. */
    void cancelled() {}

    /** Waits until a caller that has something to do has done it. Answers whether there was one. */
    boolean settle() {
        return false;
    }

    final Channel channel() {
        return world.connection().channel();
    }

    final CallOptions options() {
        return Calls.options(world, number);
    }

    static Supplier<String> nothing() {
        return () -> "";
    }

    /** A step is not for this way to call. */
    static final class NotHereException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotHereException() {
            super(null, null, false, false);
        }
    }
}
