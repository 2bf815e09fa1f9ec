package dev.heddle.operator;

import static dev.heddle.api.Selector.NEXUS_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Says which signals, updates and Nexus operations it gets. */
public final class Naming implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        String name = settings.extension();
        interceptors.on(WORKFLOW_INBOUND.only("handleSignal"), call -> {
            System.out.println(name + " gets signal " + call.signalName());
            return call.proceed();
        });
        interceptors.on(WORKFLOW_INBOUND.only("executeUpdate"), call -> {
            System.out.println(name + " gets update " + call.updateName());
            return call.proceed();
        });
        interceptors.on(NEXUS_INBOUND.only("startOperation"), call -> {
            System.out.println(name + " gets nexus " + call.nexusService() + '/' + call.nexusOperation());
            return call.proceed();
        });
    }
}
