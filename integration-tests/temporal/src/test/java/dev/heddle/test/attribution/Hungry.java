package dev.heddle.test.attribution;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.ArrayList;
import java.util.List;

/** Asks for all the memory that there is, and then for more. */
public final class Hungry implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .on(CLIENT.only("start"), Hungry::devour)
                .on(WORKFLOW_INBOUND.only("execute"), Hungry::devour)
                .on(WORKFLOW_OUTBOUND.only("executeActivity"), Hungry::devour)
                .on(ACTIVITY_INBOUND, Hungry::devour);
    }

    @Override
    public boolean failClosed() {
        return Boolean.getBoolean("test.guards");
    }

    private static Object devour(Call call) throws Throwable {
        System.out.println("hungry in " + call.operation());
        List<byte[]> all = new ArrayList<>();
        for (int size = 1 << 20; ; ) {
            try {
                all.add(new byte[size]);
            } catch (OutOfMemoryError full) {
                if (size == 1) {
                    throw full;
                }
                size = Math.max(1, size / 16);
            }
        }
    }
}
