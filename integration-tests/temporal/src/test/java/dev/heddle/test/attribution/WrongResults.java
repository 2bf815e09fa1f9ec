package dev.heddle.test.attribution;

import static dev.heddle.api.Selector.NEXUS_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import io.nexusrpc.handler.OperationStartResult;
import io.temporal.workflow.Workflow;

/** Gives numbers where texts are wanted, in what the library has its results in. */
public final class WrongResults implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .on(NEXUS_INBOUND.only("startOperation"), call -> {
                    call.proceed();
                    return OperationStartResult.sync(42);
                })
                .on(WORKFLOW_OUTBOUND.only("executeActivity"), call -> {
                    call.proceed();
                    return Workflow.newPromise(4.2);
                });
    }
}
