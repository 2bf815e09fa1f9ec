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
    public void end() {
        endOfMany();
    }
}
