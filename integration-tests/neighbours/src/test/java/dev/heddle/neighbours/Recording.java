package dev.heddle.neighbours;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Prints each different call once. */
public final class Recording implements Extension {
    static final String PREFIX = "extension: ";

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        interceptors.on(ALL, call -> {
            String line = PREFIX + call.operation() + " of " + call.name();
            if (seen.add(line)) {
                // At once, for others write to the same stream.
                System.out.print(line + '\n');
            }
            return call.proceed();
        });
    }
}
