package dev.heddle.realserver;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Says in headers of whatever leaves, where that can have some, which operation it was, and what no wire likes. */
public final class SentBy implements Extension {
    static final String HEADER = "sent-by";

    /** Has a text that is not ASCII, with control characters, which HTTP takes from no Nexus operation as it is. */
    static final String ODD = "odd";

    static final String ODD_TEXT = "J\u00fcrgen \u674e\r\nX-Forged: yes\u0007";

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, call -> {
            call.headers().putIfWritable(HEADER, call.operation().toString());
            call.headers().putIfWritable(ODD, ODD_TEXT);
            return call.proceed();
        });
    }
}
