package dev.heddle.differential;

import io.grpc.CallOptions;
import io.grpc.Deadline;
import io.grpc.Metadata;
import java.util.concurrent.TimeUnit;

/** What the calls of a script take along: their number, options and metadata. */
final class Calls {
    /** The number of a call, for interceptors of the client. */
    static final CallOptions.Key<Integer> NUMBER = CallOptions.Key.createWithDefault("number", 0);

    private static final Metadata.Key<String> HEADER = Metadata.Key.of("script-call", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> TEXT = Metadata.Key.of("text", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<byte[]> BYTES = Metadata.Key.of("bytes-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private Calls() {}

    /** Puts the number of a call where the server finds it, and the script's metadata. */
    static void mark(Metadata headers, int number, Setup setup) {
        headers.put(HEADER, Integer.toString(number));
        if (setup.has(Option.METADATA)) {
            headers.put(TEXT, "one");
            headers.put(TEXT, "two");
            headers.put(BYTES, new byte[] {0, -1, 65});
        }
        if (setup.has(Option.LARGE_METADATA)) {
            // More than the server takes; over a network that would cost the connection.
            headers.put(TEXT, "x".repeat(setup.netty() ? 3000 : 9000));
        }
    }

    /** The number of a call that has come. */
    static int number(Metadata headers) {
        String number = headers.get(HEADER);
        return number == null ? 0 : Integer.parseInt(number);
    }

    /** With what a client makes a call. */
    static CallOptions options(World world, int number) {
        Setup setup = world.setup();
        FakeTime time = world.time();
        CallOptions options = CallOptions.DEFAULT.withOption(NUMBER, number);
        if (setup.has(Option.DEADLINE_PASSED)) {
            options = options.withDeadline(Deadline.after(-1, TimeUnit.SECONDS, time));
        } else if (setup.has(Option.DEADLINE_SOON)) {
            options = options.withDeadline(Deadline.after(1, TimeUnit.SECONDS, time));
        } else if (setup.has(Option.DEADLINE_LATE)) {
            options = options.withDeadline(Deadline.after(1, TimeUnit.HOURS, time));
        }
        if (setup.has(Option.UNKNOWN_COMPRESSION)) {
            options = options.withCompression("unheard-of");
        } else if (setup.has(Option.GZIP)) {
            options = options.withCompression("gzip");
        }
        if (setup.has(Option.WAIT_FOR_READY)) {
            options = options.withWaitForReady();
        }
        if (ScriptCredentials.wanted(setup)) {
            options = options.withCallCredentials(new ScriptCredentials(world, number));
        }
        if (setup.has(Option.CALL_EXECUTOR)) {
            options = options.withExecutor(world.flow().call());
        }
        if (setup.has(Option.SMALL_INBOUND_LIMIT)) {
            options = options.withMaxInboundMessageSize(1000);
        }
        if (setup.has(Option.SMALL_OUTBOUND_LIMIT)) {
            options = options.withMaxOutboundMessageSize(1000);
        }
        if (setup.has(Option.CLIENT_TRACER)) {
            options = options.withStreamTracerFactory(new Tracers.Client(world.trace()));
        }
        return options;
    }

    /** The options as an interceptor sees them. */
    static String describe(CallOptions options, World world) {
        Deadline deadline = options.getDeadline();
        return (deadline == null ? "" : "deadline in " + deadline.timeRemaining(TimeUnit.MILLISECONDS) + "ms ")
                + (options.getCompressor() == null ? "" : options.getCompressor() + " ")
                + (options.isWaitForReady() ? "waits for ready " : "")
                + (options.getCredentials() == null ? "" : "credentials ")
                + (options.getExecutor() == null ? "" : World.nameOf(options.getExecutor()) + " ")
                + (options.getMaxInboundMessageSize() == null ? "" : "in " + options.getMaxInboundMessageSize() + " ")
                + (options.getMaxOutboundMessageSize() == null
                        ? ""
                        : "out " + options.getMaxOutboundMessageSize() + " ")
                + "tracers " + options.getStreamTracerFactories().size();
    }
}
