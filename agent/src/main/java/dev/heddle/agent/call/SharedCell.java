package dev.heddle.agent.call;

/** The cell of all threads that have none of their own. */
final class SharedCell extends CallCell {
    SharedCell() {
        super(-1);
    }

    @Override
    void begin() {
        beginOfMany();
    }

    @Override
    void end() {
        endOfMany();
    }

    /** Two threads would get into each other's way. */
    @Override
    boolean isSampled() {
        return false;
    }
}
