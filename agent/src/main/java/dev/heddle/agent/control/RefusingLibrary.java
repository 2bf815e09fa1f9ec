package dev.heddle.agent.control;

import dev.heddle.agent.assemble.Library;

/**
 * In the place of every library while an extension that is required is missing: the application gets an exception where
 * it makes a client, worker, channel or server.
 */
record RefusingLibrary(String reason) implements Library {
    @Override
    public Object extend(String point, Object owner, Object value) {
        boolean makes = !point.contains("/existing/") && !point.contains("/value/") && !point.contains("/run/");
        return makes ? new IllegalStateException(reason) : value;
    }
}
