package dev.heddle.dropins;

import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;

/** Interceptors that say in which order they are called. */
abstract class Labelled extends WorkerInterceptorBase {
    private final String label;

    Labelled(String label) {
        this.label = label;
    }

    @Override
    public final WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public WorkflowOutput execute(WorkflowInput input) {
                System.out.println("runs through " + label);
                return super.execute(input);
            }
        };
    }

    public static final class OfApplication extends Labelled {
        public OfApplication() {
            super("the application's");
        }
    }

    public static final class First extends Labelled {
        public First() {
            super("first");
        }
    }

    public static final class Second extends Labelled {
        public Second() {
            super("second");
        }
    }

    public static final class Third extends Labelled {
        public Third() {
            super("third");
        }
    }
}
