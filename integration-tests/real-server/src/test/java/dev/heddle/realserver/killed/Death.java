package dev.heddle.realserver.killed;

/** When a worker process dies, as if it were killed. */
enum Death {
    NEVER,

    /** A workflow task is done, and its answer is about to go. */
    DONE,

    /** The answer has begun to go, and does not leave. */
    ANSWERING,

    /** The server has just taken the answer. */
    ANSWERED;

    static final int EXIT_CODE = 137;

    /** No hook runs, and nothing is handed on. */
    static void die() {
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
