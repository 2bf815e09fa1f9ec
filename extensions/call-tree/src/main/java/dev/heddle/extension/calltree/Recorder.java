package dev.heddle.extension.calltree;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptor;
import dev.heddle.api.WorkflowCall;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Writes each call down in the tree: where it begins, what it is, what becomes of it. */
final class Recorder implements Interceptor<Call> {
    private final Tree tree;
    private final List<String> headers;
    private final Supplier<String> marks;
    private final LongSupplier nanoTime;
    /** The call under way on a thread. */
    private final ThreadLocal<Node> current = new ThreadLocal<>();

    Recorder(Tree tree, List<String> headers, Supplier<String> marks, LongSupplier nanoTime) {
        this.tree = tree;
        this.headers = headers;
        this.marks = marks;
        this.nanoTime = nanoTime;
    }

    @Override
    public Object intercept(Call call) throws Throwable {
        Node parent = current.get();
        String heading = Text.heading(call);
        boolean outbound = call.operation().category().outbound();
        boolean replaying = isReplaying(call);
        if (replaying && outbound) {
            tree.replay(parent, heading);
            return call.proceed();
        }
        Node node = new Node(call.operation(), Text.name(call), Text.id(call));
        mark(node, call);
        node.headers = outbound ? "" : Text.headers(call, headers);
        if (!tree.begin(node, parent, heading)) {
            return call.proceed();
        }
        long begin = nanoTime.getAsLong();
        call.onCompletion((result, failure) -> complete(node, failure, begin));
        if (call instanceof GrpcCall grpc) {
            grpc.scope(() -> enter(node));
        }
        try (AutoCloseable scope = enter(node)) {
            return call.proceed();
        } catch (Error stop) {
            // Nobody is told of errors as an outcome.
            complete(node, stop, begin);
            replaying = false;
            throw stop;
        } finally {
            // What leaves has got its headers by now.
            tree.leave(node, outbound ? Text.headers(call, headers) : node.headers, replaying && isReplaying(call));
        }
    }

    private void complete(Node node, Throwable failure, long begin) {
        tree.complete(node, Text.outcome(failure), nanoTime.getAsLong() - begin);
    }

    /** Says in a header where a call comes from, or finds out. */
    private void mark(Node node, Call call) {
        node.mark = marks.get();
        if (node.mark.isEmpty()) {
            return;
        }
        if (call.operation().category().inbound()) {
            node.caller = Objects.requireNonNullElse(call.headers().get(Marks.HEADER), "");
        } else {
            call.headers().putIfWritable(Marks.HEADER, node.mark);
        }
    }

    /** Makes a call the one under way on this thread, until that is closed; leaves nothing on a thread of a pool. */
    private AutoCloseable enter(Node node) {
        Node before = current.get();
        current.set(node);
        return before == null ? current::remove : () -> current.set(before);
    }

    private static boolean isReplaying(Call call) {
        return call instanceof WorkflowCall workflow && workflow.replaying();
    }
}
