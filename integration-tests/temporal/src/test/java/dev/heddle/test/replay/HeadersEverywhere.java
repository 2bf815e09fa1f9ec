package dev.heddle.test.replay;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.api.WorkflowCall;

/** Reads every header, writes one wherever one can, and uses all that a workflow call offers. */
public final class HeadersEverywhere implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, call -> {
            call.headers().names().forEach(name -> call.headers().get(name, Object.class));
            call.headers().putIfWritable("everywhere", call.operation().name());
            if (call instanceof WorkflowCall workflow) {
                workflow.logger("everywhere")
                        .log(
                                System.Logger.Level.WARNING,
                                "intercepted {0} {1} at {2} {3}",
                                workflow.operation(),
                                workflow.newId(),
                                workflow.currentTime(),
                                workflow.readOnly());
            }
            return call.proceed();
        });
    }
}
