package dev.heddle.extension.calltree;

import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcException;
import dev.heddle.api.Operation;
import dev.heddle.api.TemporalCall;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page says of a call: short, and on one line whatever the application put into it. */
final class Text {
    private static final int LONGEST = 40;
    private static final Pattern UUID = Pattern.compile("(\\p{XDigit}{8})-(\\p{XDigit}{4}-){3}\\p{XDigit}{12}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Text() {}

    /** Under which heading the call stands: the workflow or service that it belongs to. */
    static String heading(Call call) {
        if (call instanceof GrpcCall grpc) {
            return "service " + grpc.methodName().fullyQualifiedService();
        }
        return call instanceof TemporalCall temporal && temporal.workflowId() != null
                ? "workflow " + temporal.workflowId()
                : "no workflow";
    }

    /** The category, and the operation's name unless it is the method's. */
    static String operation(Operation operation) {
        String text = operation.toString();
        return operation.name().indexOf('/') < 0
                ? text
                : text.substring(0, text.length() - operation.name().length() - 1);
    }

    /** The name, of a gRPC method without its package. */
    static String name(Call call) {
        if (call instanceof GrpcCall grpc) {
            return grpc.methodName().service() + '/' + grpc.methodName().method();
        }
        return call.name();
    }

    /**
     * The run of what reaches a workflow, otherwise the ID, or {@code null} if that is the workflow's; of a gRPC call
     * what streams.
     */
    static String id(Call call) {
        if (call instanceof GrpcCall grpc) {
            return switch (grpc.methodType()) {
                case UNARY -> null;
                case CLIENT_STREAMING -> "client stream";
                case SERVER_STREAMING -> "server stream";
                case BIDI_STREAMING -> "bidi stream";
            };
        }
        if (!(call instanceof TemporalCall temporal)) {
            return call.id();
        }
        if (call.operation().category() == Category.WORKFLOW_INBOUND) {
            return temporal.runId();
        }
        return Objects.equals(call.id(), temporal.workflowId()) ? null : call.id();
    }

    /** The named headers that the call has. */
    static String headers(Call call, List<String> names) {
        return names.stream()
                .map(name -> header(call, name))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String header(Call call, String name) {
        String value = call.headers().get(name);
        if (value == null) {
            return call.headers().names().contains(name) ? name + "=?" : null;
        }
        return name + '=' + brief(value);
    }

    /** What became of a call: a failure is its status or class, and the end of a workflow's thread is none. */
    static String outcome(Throwable failure) {
        if (failure == null) {
            return "ok";
        }
        if (failure instanceof CompletionException wrapper && wrapper.getCause() != null) {
            return outcome(wrapper.getCause());
        }
        String name = failure instanceof GrpcException ended
                ? ended.status().code().name()
                : failure.getClass().getSimpleName();
        return name.equals("DestroyWorkflowThreadError") ? "stopped" : "failed: " + name;
    }

    /** A text that stays on its line. */
    static String line(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /** A UUID's first eight digits; of another text as much as a column takes. */
    static String brief(String text) {
        if (text == null) {
            return "";
        }
        String line = line(UUID.matcher(text).replaceAll("$1"));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 2) + "..";
    }
}
