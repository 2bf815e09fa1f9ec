package dev.heddle.differential;

/** Whose thread a step is done on. */
enum Role {
    /** The thread that has come to the step. */
    SELF("self"),
    /** The client's. */
    CALLER("caller"),
    /** Another one of the client. */
    OTHER("other"),
    /** One of the server's that the library knows nothing of. */
    WORKER("worker");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
