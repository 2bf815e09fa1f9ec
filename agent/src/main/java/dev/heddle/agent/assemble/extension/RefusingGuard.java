package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.api.Extension;
import dev.heddle.api.Selector;

/**
 * Stands in for a guard that could not be registered: outermost, in the way of everything.
 *
 * @param jar that of the guard
 * @param extension the guard, of which nothing runs any more
 * @param settings which know what is secret in a failure
 * @param health of what stands in
 */
record RefusingGuard(ExtensionJar jar, Extension extension, AgentSettings settings, ExtensionHealth health) {
    /**
     * Refuses every call, and encodes nothing that the guard would have encoded.
     *
     * @param failed what the guard has registered so far; {@code null} for nothing
     * @param thrown by the guard; {@code null} if it has thrown nothing
     */
    LoadedExtension inPlaceOf(Registrations failed, ClassLoader application, String cause, Throwable thrown) {
        ExtensionFolder.leftOut(jar.file(), cause + "; it is a guard, so until then every call is refused");
        Registrations registrations = new Registrations(health, null, application);
        String reason = "the guard " + jar.name() + " could not be registered";
        Throwable masked = thrown == null ? null : masked(thrown);
        registrations.on(Selector.ALL, call -> {
            throw new IllegalStateException(reason, masked);
        });
        if (failed != null) {
            failed.codecs().forEach(registrations::codec);
            if (!failed.plugins().isEmpty()) {
                registrations.plugin(new RefusingPlugin(reason, masked));
            }
        }
        return new LoadedExtension(jar, extension, Integer.MIN_VALUE, registrations, false, true);
    }

    /** What the application's callers may be told of: it has no secret of the settings in its message. */
    private Throwable masked(Throwable thrown) {
        String text = settings.masked(String.valueOf(thrown));
        if (text.equals(String.valueOf(thrown)) && thrown.getCause() == null) {
            return thrown;
        }
        Throwable masked = new IllegalStateException(text);
        masked.setStackTrace(thrown.getStackTrace());
        return masked;
    }
}
