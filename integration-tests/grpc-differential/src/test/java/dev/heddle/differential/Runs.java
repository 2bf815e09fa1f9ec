package dev.heddle.differential;

/** How an executor of gRPC's runs its tasks. */
enum Runs {
    /** At once, on the thread that brings them. */
    DIRECT,
    /** On a thread of its own, when the script says so. */
    QUEUED,
    /** On a thread of its own, before the operation that caused them returns to the application. */
    EAGER
}
