package dev.heddle.extension.logging;

/** What is current on a thread in the application's OpenTelemetry; without one, nothing. */
interface CurrentTrace {
    /** Of an application without OpenTelemetry. */
    CurrentTrace NONE = new CurrentTrace() {
        @Override
        public Object context() {
            return null;
        }

        @Override
        public Trace of(Object context) {
            return null;
        }

        @Override
        public AutoCloseable makeCurrent(Object context) {
            return null;
        }
    };

    /** What is current on this thread. */
    Object context();

    /** The trace in it, or {@code null}. */
    Trace of(Object context);

    /** Makes it current on this thread until that is closed. */
    AutoCloseable makeCurrent(Object context);

    /** The application's, if it has one. */
    static CurrentTrace ofApplication() {
        try {
            return new OpenTelemetryTrace();
        } catch (LinkageError absent) {
            return NONE;
        }
    }
}
