package dev.heddle.extension.grpcauth;

/**
 * Tells the operator, in a line each as the agent writes them. No line has a token in it.
 *
 * @param extension the extension's name
 * @param refused which calls are refused while something is wrong
 */
record Notices(String extension, String refused) {
    /** Something is wrong, and what to do about it. */
    void refuses(String why) {
        System.err.println("ERROR heddle - extension " + extension + " refuses " + refused + ": " + why);
    }

    /** Something is to be known. */
    void tell(String what) {
        System.err.println("INFO heddle - extension " + extension + ' ' + what);
    }

    /** The full name of a setting. */
    String key(String key) {
        return "heddle.extension." + extension + '.' + key;
    }
}
