package dev.heddle.differential;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.stub.ClientCalls;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** Uses a stub that returns a future. */
final class FutureClient extends ClientEnd {
    private ListenableFuture<String> future;
    private boolean started;

    FutureClient(World world, int number) {
        super(world, number);
    }

    @Override
    void start(int argument) {
        if (started) {
            throw new NotHereException();
        }
        started = true;
        future = ClientCalls.futureUnaryCall(
                channel().newCall(world.methods().ofClient(), options()), Payload.of(argument));
        future.addListener(() -> watch.at(Moment.ON_CLOSE, this::look), Runnable::run);
    }

    @Override
    void cancel(String message, Throwable cause) {
        if (future == null) {
            throw new NotHereException();
        }
        future.cancel(message == null);
    }

    @Override
    String look() {
        if (future == null || !future.isDone()) {
            return "no response yet";
        }
        try {
            return Payload.show(future.get());
        } catch (ExecutionException failed) {
            return "failed by " + Describe.thrown(failed.getCause());
        } catch (CancellationException cancelled) {
            return "cancelled";
        } catch (InterruptedException interrupted) {
            return "interrupted";
        }
    }

    @Override
    String state() {
        return look();
    }
}
