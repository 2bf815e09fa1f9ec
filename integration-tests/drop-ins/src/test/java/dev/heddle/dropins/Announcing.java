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
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.context.ContextPropagator;
import io.temporal.common.interceptors.ActivityClientCallsInterceptor;
import io.temporal.common.interceptors.ActivityClientInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusClientInterceptor;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.util.Map;

/** Implementations of the libraries' own types, as any shop may have them, which print where they are called. */
final class Announcing {
    private Announcing() {}

    private static void say(String what) {
        System.out.println("drop-in: " + what);
    }

    public static final class OfWorker extends WorkerInterceptorBase {
        @Override
        public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
            return new WorkflowInboundCallsInterceptorBase(next) {
                @Override
                public void init(WorkflowOutboundCallsInterceptor outbound) {
                    super.init(new WorkflowOutboundCallsInterceptorBase(outbound) {
                        @Override
                        public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
                            say("workflow asks for " + input.getActivityName());
                            return super.executeActivity(input);
                        }
                    });
                }

                @Override
                public WorkflowOutput execute(WorkflowInput input) {
                    say("workflow runs");
                    return super.execute(input);
                }
            };
        }

        @Override
        public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
            return new ActivityInboundCallsInterceptorBase(next) {
                @Override
                public ActivityOutput execute(ActivityInput input) {
                    say("activity runs");
                    return super.execute(input);
                }
            };
        }
    }

    public static final class OfWorkflowClient extends WorkflowClientInterceptorBase {
        @Override
        @Deprecated
        public WorkflowStub newUntypedWorkflowStub(String type, WorkflowOptions options, WorkflowStub next) {
            say("stub of " + type);
            return next;
        }

        @Override
        public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
            return new WorkflowClientCallsInterceptorBase(next) {
                @Override
                public WorkflowStartOutput start(WorkflowStartInput input) {
                    say("client starts " + input.getWorkflowType());
                    return super.start(input);
                }
            };
        }
    }

    public static final class OfScheduleClient implements ScheduleClientInterceptor {
        @Override
        public ScheduleClientCallsInterceptor scheduleClientCallsInterceptor(ScheduleClientCallsInterceptor next) {
            say("client of schedules");
            return next;
        }
    }

    public static final class OfActivityClient implements ActivityClientInterceptor {
        @Override
        public ActivityClientCallsInterceptor activityClientCallsInterceptor(ActivityClientCallsInterceptor next) {
            say("client of activities");
            return next;
        }
    }

    public static final class OfNexusClient implements NexusClientInterceptor {
        @Override
        public NexusClientCallsInterceptor nexusClientCallsInterceptor(NexusClientCallsInterceptor next) {
            say("client of Nexus operations");
            return next;
        }
    }

    /** Takes a word from the thread that starts a workflow to that of the activity. */
    public static final class Propagator implements ContextPropagator {
        @Override
        public String getName() {
            return "word";
        }

        @Override
        public Map<String, Payload> serializeContext(Object context) {
            return Map.of(
                    "word",
                    Payload.newBuilder()
                            .setData(com.google.protobuf.ByteString.copyFromUtf8((String) context))
                            .build());
        }

        @Override
        public Object deserializeContext(Map<String, Payload> context) {
            return context.containsKey("word") ? context.get("word").getData().toStringUtf8() : "no word";
        }

        @Override
        public Object getCurrentContext() {
            return "tenant-7";
        }

        @Override
        public void setCurrentContext(Object context) {
            say("context " + context + " on " + Thread.currentThread().getName().replaceAll("[-:\\[ ].*", ""));
        }
    }

    public static final class OfChannel implements ClientInterceptor {
        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            say("channel calls " + method.getFullMethodName());
            return next.newCall(method, options);
        }
    }

    public static final class OfServer implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            say("server gets " + call.getMethodDescriptor().getFullMethodName());
            return next.startCall(call, headers);
        }
    }

    public static final class OfStreams extends ServerStreamTracer.Factory {
        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            say("server traces " + method);
            return new ServerStreamTracer() {};
        }
    }
}
