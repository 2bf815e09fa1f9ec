package dev.heddle.extension.logging;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Has calls write their lines.
 *
 * @param sample of how many calls one has a line; 0 for none but those that fail or are slow
 * @param slowNanos from when on a call is slow; 0 for never
 * @param messages whether messages of failures are written, which may hold anything
 */
record Lines(
        ApplicationLog log,
        CurrentTrace trace,
        boolean json,
        int sample,
        long slowNanos,
        boolean messages,
        ArgumentText text,
        Patterns calls,
        Patterns arguments) {
    private static final String[] CALLS = {
        "client *",
        "workflow inbound *",
        "workflow outbound execute*",
        "activity inbound *",
        "nexus inbound *",
        "grpc *"
    };

    static Lines of(Settings settings, ApplicationLog log, CurrentTrace trace) {
        int sample = settings.get("sample", 1);
        String format = settings.get("format", "text");
        if (sample < 0 || !List.of("text", "json").contains(format)) {
            throw new IllegalArgumentException(
                    sample < 0
                            ? "sample is " + sample + " and should be 0 or more"
                            : "format is '" + format + "' and should be text or json");
        }
        return new Lines(
                log,
                trace,
                format.equals("json"),
                sample,
                settings.get("slow", Duration.ZERO).toNanos(),
                settings.get("messages", false),
                new ArgumentText(new Redaction(settings.list("redact")), settings.get("arguments-limit", 1_000)),
                new Patterns(settings.list("calls", CALLS)),
                new Patterns(settings.list("arguments")));
    }

    void register(Interceptors interceptors) {
        // Temporal's own calls are the library's, unless somebody names them.
        Selector<Call> selected = calls.name("temporal.api") ? Selector.ALL : Selector.ALL.except("temporal.api.*");
        interceptors.on(selected.matching(calls::match), this::intercept);
    }

    private Object intercept(Call call) throws Throwable {
        CallLine line = new CallLine(this, call, isSampled());
        call.onCompletion(line);
        if (trace != CurrentTrace.NONE) {
            call.scope(line);
        }
        if (!arguments.isEmpty() && arguments.match(call.operation())) {
            if (call instanceof GrpcCall grpc) {
                grpc.events(line);
            } else {
                line.keep(text.of(call.arguments()));
            }
        }
        return call.proceed();
    }

    private boolean isSampled() {
        return sample == 1 || sample > 1 && ThreadLocalRandom.current().nextInt(sample) == 0;
    }

    boolean isSlow(Operation operation, long nanos) {
        return slowNanos > 0 && nanos > slowNanos && !waits(operation);
    }

    /** What waits for the end of a workflow takes as long as that. */
    private static boolean waits(Operation operation) {
        String name = operation.name().toLowerCase(Locale.ROOT);
        return switch (operation.category().name()) {
            case "client" -> name.startsWith("get") && name.contains("result") || name.startsWith("poll");
            case "workflow inbound" -> name.equals("execute");
            case "workflow outbound" -> name.contains("workflow") || name.contains("nexus");
            default -> false;
        };
    }

    /** Writes a line where its call's context is current, so that what exports logs finds its trace. */
    void write(String line, boolean warning, Object context) {
        AutoCloseable current = context == null ? null : trace.makeCurrent(context);
        try {
            log.log(warning, line);
        } finally {
            close(current);
        }
    }

    private static void close(AutoCloseable current) {
        try {
            if (current != null) {
                current.close();
            }
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }
}
