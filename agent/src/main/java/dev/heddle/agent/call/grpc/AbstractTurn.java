package dev.heddle.agent.call.grpc;

/** The step of one of several interceptors of a call. */
abstract class AbstractTurn<P extends Pass> implements Step {
    private final P pass;
    private final int position;
    private Object outcome;

    AbstractTurn(P pass, int position) {
        this.pass = pass;
        this.position = position;
    }

    @Override
    public P pass() {
        return pass;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public Object outcome() {
        return outcome;
    }

    @Override
    public void outcome(Object outcome) {
        this.outcome = outcome;
    }
}
