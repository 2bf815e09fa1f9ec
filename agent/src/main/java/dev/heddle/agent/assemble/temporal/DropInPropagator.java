package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.Rules;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.context.ContextPropagator;
import java.util.Map;
import java.util.Objects;

/**
 * A drop-in that propagates a context, in a frame that lets no accident out: where a workflow's thread begins, one would
 * end the thread and leave the workflow to the deadlock detector.
 */
final class DropInPropagator implements ContextPropagator {
    private final DropIn dropIn;
    private final ContextPropagator propagator;
    private final String name;

    /** Asks for the name, which is to be the same always. */
    DropInPropagator(DropIn dropIn) {
        this.dropIn = dropIn;
        this.propagator = (ContextPropagator) dropIn.object();
        this.name = Objects.requireNonNull(propagator.getName(), "name");
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getCurrentContext() {
        try {
            return dropIn.extension().off() ? null : propagator.getCurrentContext();
        } catch (Throwable accident) {
            return failed("getCurrentContext", accident, null);
        }
    }

    @Override
    public void setCurrentContext(Object context) {
        try {
            if (!dropIn.extension().off()) {
                propagator.setCurrentContext(context);
            }
        } catch (Throwable accident) {
            failed("setCurrentContext", accident, null);
        }
    }

    @Override
    public Map<String, Payload> serializeContext(Object context) {
        if (dropIn.extension().off()) {
            return Map.of();
        }
        dropIn.takesPart(operation("serializeContext"));
        try {
            Map<String, Payload> serialized = propagator.serializeContext(context);
            return serialized == null ? Map.of() : serialized;
        } catch (Throwable accident) {
            return failed("serializeContext", accident, Map.of());
        }
    }

    @Override
    public Object deserializeContext(Map<String, Payload> header) {
        if (dropIn.extension().off()) {
            return null;
        }
        dropIn.takesPart(operation("deserializeContext"));
        try {
            return propagator.deserializeContext(header);
        } catch (Throwable accident) {
            return failed("deserializeContext", accident, null);
        }
    }

    private <T> T failed(String method, Throwable accident, T instead) {
        if (accident instanceof Error error && Rules.unwinds(error)) {
            throw error;
        }
        dropIn.extension().failed(operation(method), "is passed by", accident);
        return instead;
    }

    private static Operation operation(String method) {
        return Operation.of(Category.WORKFLOW_OUTBOUND, method, true);
    }
}
