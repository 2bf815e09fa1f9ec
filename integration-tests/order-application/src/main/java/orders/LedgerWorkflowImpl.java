package orders;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import org.slf4j.Logger;

/** A ledger that turns the page after a few entries, so that no run's history grows for ever. */
public final class LedgerWorkflowImpl implements LedgerWorkflow {
    private static final Logger log = Workflow.getLogger(LedgerWorkflowImpl.class);
    private static final int ENTRIES_PER_PAGE = 3;

    private int points;
    private int entries;
    private boolean closed;

    @WorkflowInit
    public LedgerWorkflowImpl(LedgerPage page) {
        points = page.points();
    }

    @Override
    public LedgerPage keep(LedgerPage page) {
        Workflow.await(() -> closed || entries >= ENTRIES_PER_PAGE);
        if (closed) {
            return new LedgerPage(page.number(), points);
        }
        LedgerWorkflow nextPage = Workflow.newContinueAsNewStub(LedgerWorkflow.class);
        return nextPage.keep(new LedgerPage(page.number() + 1, points));
    }

    @Override
    public int points() {
        return points;
    }

    @Override
    public void earn(String reason, int points) {
        log.info("{} points for {}", points, reason);
        this.points += points;
        entries++;
    }

    @Override
    public int redeem(int points) {
        log.info("{} points redeemed", points);
        this.points -= points;
        return this.points;
    }

    @Override
    public void validateRedeem(int points) {
        if (points > this.points) {
            throw new IllegalArgumentException("Only " + this.points + " points left");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
