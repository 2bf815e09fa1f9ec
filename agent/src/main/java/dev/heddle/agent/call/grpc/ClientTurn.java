package dev.heddle.agent.call.grpc;

/** The step of one of several interceptors of a client's call. */
final class ClientTurn implements ClientStep {
    private final ClientPass<?, ?> pass;
    private final short position;
    private Object outcome;

    ClientTurn(ClientPass<?, ?> pass, int position) {
        this.pass = pass;
        this.position = (short) position;
    }

    @Override
    public ClientPass<?, ?> pass() {
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
