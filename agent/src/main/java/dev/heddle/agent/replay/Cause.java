package dev.heddle.agent.replay;

/** Why a history cannot be replayed, in words for the report. */
enum Cause {
    NOT_DETERMINISTIC("the code does not do what the history says"),
    DEADLOCK("the workflow's thread did not go on for as long as the SDK waits"),
    NOT_REGISTERED("no worker of the application has this workflow type"),
    UNREADABLE("this is no history that can be read"),
    FAILED("the SDK or the code of the workflow failed");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
