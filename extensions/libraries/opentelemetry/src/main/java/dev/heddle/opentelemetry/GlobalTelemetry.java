package dev.heddle.opentelemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.reflect.Field;

/**
 * The global OpenTelemetry. To ask for it before it is set sets it to one that does nothing, for good, and fails the
 * application when it sets its own; so this looks first, in any version of the API.
 */
final class GlobalTelemetry {
    private static final String OPENTELEMETRY_AGENT = "io.opentelemetry.javaagent.OpenTelemetryAgent";

    private GlobalTelemetry() {}

    static OpenTelemetry get() {
        return GlobalOpenTelemetry.get();
    }

    static boolean isSet() {
        try {
            return GlobalOpenTelemetry.isSet();
        } catch (NoSuchMethodError before157) {
            return isOpenTelemetryAgentThere() || isFieldSet();
        }
    }

    /** OpenTelemetry's own agent answers for the global one, whether it is set or not. */
    private static boolean isOpenTelemetryAgentThere() {
        try {
            Class.forName(OPENTELEMETRY_AGENT, false, null);
            return true;
        } catch (ClassNotFoundException notThere) {
            return false;
        }
    }

    /** The field has had this name from 1.0 to 1.56, and those versions will not change any more. */
    private static boolean isFieldSet() {
        try {
            Field global = GlobalOpenTelemetry.class.getDeclaredField("globalOpenTelemetry");
            global.setAccessible(true);
            return global.get(null) != null;
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            return false;
        }
    }
}
