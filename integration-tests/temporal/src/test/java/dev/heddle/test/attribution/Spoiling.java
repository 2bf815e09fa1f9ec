package dev.heddle.test.attribution;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.List;

/** Puts what cannot be converted, or cannot be taken, in the place of the arguments of the calls that are named so. */
public final class Spoiling implements Extension {
    /** Has itself in it, for ever. */
    public static final class Endless {
        /** What a converter asks for. */
        public Endless getItself() {
            return this;
        }
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .on(CLIENT.where(call -> names(call, "AtClient")), call -> {
                    call.setArguments(List.of(new Endless()));
                    return call.proceed();
                })
                .on(WORKFLOW_OUTBOUND.where(call -> names(call, "Outbound")), call -> {
                    call.setArguments(List.of(new Endless()));
                    return call.proceed();
                })
                .on(WORKFLOW_INBOUND.where(call -> names(call, "Inbound")), call -> {
                    call.setArguments(List.of(new StringBuilder()));
                    return call.proceed();
                })
                .on(ACTIVITY_INBOUND.where(call -> names(call, "Inbound")), call -> {
                    call.setArguments(List.of(new StringBuilder()));
                    return call.proceed();
                });
    }

    private static boolean names(Call call, String where) {
        return call.name() != null && call.name().endsWith("spoil" + where);
    }
}
