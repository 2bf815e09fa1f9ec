package dev.heddle.agent.call;

/** The cell of all threads that have none of their own. */
final class SharedCell extends CallCell {
    SharedCell() {
        super(-1);
    }

    /** None is measured: two threads would get into each other's way. */
    @Override
    boolean begin() {
        beginOfMany();
        return false;
    }

    @Override
    void end() {
        endOfMany();
    }
}
