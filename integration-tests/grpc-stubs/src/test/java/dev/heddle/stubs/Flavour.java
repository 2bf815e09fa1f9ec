package dev.heddle.stubs;

/** What stands between the two ends of a call: the interceptors of a service that is named so. */
public enum Flavour {
    /** Nothing, and no agent. */
    NONE,
    /** An interceptor that goes on. */
    PROCEED,
    /** The same, and is told of all that passes. */
    OBSERVE,
    /** An interceptor that has the response, and lets it pass. */
    RESPONSE;

    /** The service of such calls. */
    String service() {
        return name().toLowerCase(java.util.Locale.ROOT) + ".Stubs";
    }
}
