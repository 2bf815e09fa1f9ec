package dev.heddle.agent.call.grpc;

/** The step of one of several interceptors of a server's call. */
final class ServerTurn implements ServerStep {
    private final ServerPass<?, ?> pass;
    private final short position;
    private Object outcome;

    ServerTurn(ServerPass<?, ?> pass, int position) {
        this.pass = pass;
        this.position = (short) position;
    }

    @Override
    public ServerPass<?, ?> pass() {
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
