package dev.heddle.extension.calltree;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import dev.heddle.api.WorkflowCall;
import java.util.List;
import java.util.function.LongSupplier;

/** Writes each call down in the tree: where it begins, what it is, what becomes of it. */
final class Recorder implements Interceptor<Call> {
    private final Tree tree;
    private final List<String> headers;
    private final LongSupplier nanoTime;
    /** The call under way on a thread. */
    private final ThreadLocal<Node> current = new ThreadLocal<>();

    Recorder(Tree tree, List<String> headers, LongSupplier nanoTime) {
        this.tree = tree;
        this.headers = headers;
        this.nanoTime = nanoTime;
    }

    @Override
    public Object intercept(Call call) throws Throwable {
        Node parent = current.get();
        String workflowId = Text.workflowId(call);
        boolean outbound = call.operation().category().outbound();
        boolean replaying = isReplaying(call);
        if (replaying && outbound) {
            tree.replay(parent, workflowId);
            return call.proceed();
        }
        Node node = new Node(call.operation(), call.name(), Text.id(call));
        node.headers = outbound ? "" : Text.headers(call, headers);
        if (!tree.begin(node, parent, workflowId)) {
            return call.proceed();
        }
        long begin = nanoTime.getAsLong();
        call.onCompletion((result, failure) -> complete(node, failure, begin));
        current.set(node);
        try {
            return call.proceed();
        } catch (Error stop) {
            // Nobody is told of errors as an outcome.
            complete(node, stop, begin);
            replaying = false;
            throw stop;
        } finally {
            restore(parent);
            // What leaves has got its headers by now.
            tree.leave(node, outbound ? Text.headers(call, headers) : node.headers, replaying && isReplaying(call));
        }
    }

    private void complete(Node node, Throwable failure, long begin) {
        tree.complete(node, Text.outcome(failure), nanoTime.getAsLong() - begin);
    }

    /** Leaves nothing on a thread of a pool. */
    private void restore(Node parent) {
        if (parent == null) {
            current.remove();
        } else {
            current.set(parent);
        }
    }

    private static boolean isReplaying(Call call) {
        return call instanceof WorkflowCall workflow && workflow.replaying();
    }
}
