package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.SdkInterface;
import java.lang.reflect.Field;

/** Puts an adapter in front of what a client makes past its chain. */
final class ClientObjects {
    private final AdapterFactory adapters;
    private final SdkObjects made;

    ClientObjects(AdapterFactory adapters, SdkObjects made) {
        this.adapters = adapters;
        this.made = made;
    }

    /** What a client of schedules calls; before 1.24 there is nothing else that could be extended. */
    Object ofSchedules(Object client, Object calls) {
        Object extended = inFrontOf(SdkInterface.SCHEDULE_CLIENT, client, calls);
        made.extended(SdkInterface.SCHEDULE_CLIENT_FACTORY);
        return extended;
    }

    /** What a client of activities hands out. */
    Object ofCompletion(Object client, Object completion) {
        return inFrontOf(SdkInterface.ACTIVITY_COMPLETION_CLIENT, client, completion);
    }

    /** The object with an adapter in front of it, unless it has come through the chain. */
    private Object inFrontOf(SdkInterface sdkInterface, Object client, Object object) {
        Adapter prototype = object == null || object instanceof Adapter ? null : adapters.prototype(sdkInterface);
        return prototype == null ? object : prototype.inFrontOf(object, adapters.callerOf(optionsOf(client)));
    }

    /** A client's options, the one way to its namespace; the client itself if it does not let them be read. */
    private static Object optionsOf(Object client) {
        return optionsOf(client, "options");
    }

    /** The options in a field of that name, else the object itself. */
    static Object optionsOf(Object client, String field) {
        try {
            Field options = client.getClass().getDeclaredField(field);
            if (options.trySetAccessible()) {
                return options.get(client);
            }
        } catch (NoSuchFieldException ofAnotherName) {
            // Then nobody knows the namespace.
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        return client;
    }
}
