package dev.heddle.extension.contextpropagation;

import static dev.heddle.api.Selector.OUTBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/**
 * Carries entries of SLF4J's MDC in headers: see the README beside this code. Each is in place while the called code
 * runs, on whatever thread; where no readable header comes, MDC stays as it is. What a header says is what its sender
 * says: see {@link Trust}.
 */
public final class ContextPropagation implements Extension {
    /** Headers and MDC change nothing that a workflow does. */
    @Override
    public boolean onlyObservesWorkflows() {
        return true;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        Entries entries = Entries.of(settings);
        interceptors.on(OUTBOUND, call -> {
            entries.send(call);
            return call.proceed();
        });
        interceptors.on(Trust.of(settings).calls(), call -> {
            Received received = entries.receive(call);
            if (!received.isEmpty()) call.scope(received::attach);
            return call.proceed();
        });
    }
}
