package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.api.ConnectConfig;
import dev.heddle.api.Plugin;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives each connection to Temporal's server a scope of Tally's that records what the SDK itself measures. */
final class SdkMetrics implements Plugin {
    /** Where the SDK's metrics go. */
    enum Use {
        /** Here, unless the application sends them somewhere. */
        AUTO,
        /** Here, and where the application sends them. */
        ALWAYS,
        /** Where the application sends them. */
        NEVER;

        static Use of(String setting) {
            for (Use use : values()) {
                if (use.name().toLowerCase(Locale.ROOT).equals(setting)) {
                    return use;
                }
            }
            throw new IllegalArgumentException("sdk is " + setting + " and should be auto, always or never");
        }
    }

    private static final String OPTION = "metricsScope";
    private static final String SCOPE = "com.uber.m3.tally.Scope";
    private static final String NO_SCOPE = "com.uber.m3.tally.NoopScope";

    private final Use use;
    private final SdkSeries series;
    private final System.Logger log;
    private final AtomicBoolean told = new AtomicBoolean();

    SdkMetrics(Use use, SdkSeries series, System.Logger log) {
        this.use = use;
        this.series = series;
        this.log = log;
    }

    @Override
    public void configureServiceStubs(ConnectConfig config) {
        Object own = config.get(OPTION);
        if (!isTally()) {
            tell("the SDK's own metrics are not recorded: it has its own copy of Tally");
        } else if (use == Use.AUTO && own != null && !own.getClass().getName().equals(NO_SCOPE)) {
            tell("the SDK's own metrics go where the application sends them, by "
                    + own.getClass().getName() + "; with sdk=always they are recorded here too");
        } else {
            config.set(OPTION, SdkScope.beside(own, series));
        }
    }

    /** In the shaded SDK it has another name. */
    private static boolean isTally() {
        try {
            Class.forName(SCOPE, false, SdkMetrics.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException shaded) {
            return false;
        }
    }

    private void tell(String line) {
        if (told.compareAndSet(false, true)) {
            log.log(Level.INFO, line);
        }
    }
}
