package dev.heddle.test.attribution;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import java.util.concurrent.atomic.AtomicInteger;

/** One extension for each category, whose interceptor fails with an error in every call: in turn with each of three. */
public abstract class Erring implements Extension {
    private final Selector<? extends Call> calls;
    private final AtomicInteger turn = new AtomicInteger();

    Erring(Selector<? extends Call> calls) {
        this.calls = calls;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(calls, this::err);
    }

    private Object err(Call call) throws Throwable {
        return switch (turn.getAndIncrement() % 3) {
            case 0 -> throw new AssertionError("it cannot be");
            case 1 -> throw new OutOfMemoryError("no more of it");
            default -> endless(call, 0);
        };
    }

    private static Object endless(Call call, int depth) throws Throwable {
        return depth < 0 ? call.proceed() : endless(call, depth + 1);
    }

    /** Of a client. */
    public static final class OfClient extends Erring {
        public OfClient() {
            super(Selector.CLIENT);
        }
    }

    /** Of what reaches a workflow. */
    public static final class OfWorkflowInbound extends Erring {
        public OfWorkflowInbound() {
            super(Selector.WORKFLOW_INBOUND);
        }
    }

    /** Of what leaves a workflow. */
    public static final class OfWorkflowOutbound extends Erring {
        public OfWorkflowOutbound() {
            super(Selector.WORKFLOW_OUTBOUND);
        }
    }

    /** Of what reaches an activity. */
    public static final class OfActivityInbound extends Erring {
        public OfActivityInbound() {
            super(Selector.ACTIVITY_INBOUND);
        }
    }

    /** Of what an activity asks. */
    public static final class OfActivityOutbound extends Erring {
        public OfActivityOutbound() {
            super(Selector.ACTIVITY_OUTBOUND);
        }
    }

    /** Of what reaches a Nexus operation. */
    public static final class OfNexusInbound extends Erring {
        public OfNexusInbound() {
            super(Selector.NEXUS_INBOUND);
        }
    }

    /** Of what a Nexus operation asks. */
    public static final class OfNexusOutbound extends Erring {
        public OfNexusOutbound() {
            super(Selector.NEXUS_OUTBOUND);
        }
    }

    /** Of a gRPC client. */
    public static final class OfGrpcClient extends Erring {
        public OfGrpcClient() {
            super(Selector.GRPC_CLIENT);
        }
    }

    /** Of a gRPC server. */
    public static final class OfGrpcServer extends Erring {
        public OfGrpcServer() {
            super(Selector.GRPC_SERVER);
        }
    }
}
