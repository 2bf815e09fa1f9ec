package dev.heddle.realserver;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.api.WorkflowCall;

/** Prints a line for every call, so that a test sees what another process has intercepted. */
public final class CallLog implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, call -> {
            boolean replaying = call instanceof WorkflowCall workflow && workflow.replaying();
            System.out.println("intercepted " + call.operation() + " " + call.name() + (replaying ? " again" : ""));
            return call.proceed();
        });
    }
}
