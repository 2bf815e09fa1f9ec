package dev.heddle.dropins;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.context.ContextPropagator;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import java.util.Map;

/** Implementations of the libraries' own types with which something is wrong. */
final class Failing {
    private Failing() {}

    public static final class OfWorker extends WorkerInterceptorBase {
        @Override
        public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
            throw new IllegalStateException("no workflow today");
        }

        @Override
        public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
            return null;
        }
    }

    public static final class OfWorkflowClient extends WorkflowClientInterceptorBase {
        @Override
        public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
            throw new NoSuchMethodError("io.temporal.client.WorkflowClient.ofAnotherVersion()");
        }
    }

    public static final class Propagator implements ContextPropagator {
        @Override
        public String getName() {
            return "failing";
        }

        @Override
        public Map<String, Payload> serializeContext(Object context) {
            throw new IllegalStateException("cannot serialize");
        }

        @Override
        public Object deserializeContext(Map<String, Payload> context) {
            throw new IllegalStateException("cannot deserialize");
        }

        @Override
        public Object getCurrentContext() {
            throw new IllegalStateException("no context");
        }

        @Override
        public void setCurrentContext(Object context) {
            throw new IllegalStateException("cannot set");
        }
    }

    public static final class OfChannel implements ClientInterceptor {
        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            next.newCall(method, options);
            throw new IllegalStateException("no call today");
        }
    }

    /** Has gone on when it fails. */
    public static final class OfServer implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            next.startCall(call, headers);
            throw new IllegalStateException("too late");
        }
    }

    /** Refuses, and fails then. */
    public static final class Refusing implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            call.close(Status.PERMISSION_DENIED.withDescription("not you"), new Metadata());
            throw new IllegalStateException("after the refusal");
        }
    }

    public static final class Throwing implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            throw new SecurityException("not you either");
        }
    }

    public static final class OfStreams extends ServerStreamTracer.Factory {
        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            return null;
        }
    }

    public static final class ThrowsWhenMade extends WorkerInterceptorBase {
        public ThrowsWhenMade() {
            throw new IllegalStateException("not now");
        }
    }

    public static final class NeedsArgument extends WorkerInterceptorBase {
        public NeedsArgument(String argument) {}
    }
}
