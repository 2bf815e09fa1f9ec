package dev.heddle.test.swap;

import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.GRPC_CLIENT;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.List;

/** Prints what passes; what it intercepts besides starts its settings say. */
public final class Marking implements Extension {
    private String name;

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        name = settings.extension();
        interceptors.on(CLIENT.only("start"), call -> {
            System.out.println(name + " before start");
            try {
                return call.proceed();
            } finally {
                System.out.println(name + " after start");
            }
        });
        interceptors.on(GRPC_CLIENT.only("swap.Echo/*"), call -> {
            System.out.println(name + " before " + call.name());
            return call.proceed();
        });
        List<String> more = settings.list("more");
        if (!more.isEmpty()) {
            interceptors.on(CLIENT.only(more.toArray(new String[0])), call -> {
                System.out.println(name + " before " + call.operation().name());
                return call.proceed();
            });
        }
    }

    @Override
    public void close() {
        System.out.println(name + " closed");
        System.setProperty(name + " closed", "true");
    }
}
