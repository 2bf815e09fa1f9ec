package dev.heddle.differential;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One call of a storm: what its client does, on several threads at once. */
final class StormCall extends ClientCall.Listener<String> {
    private final Dice dice;
    private final Executor hands;
    private final Rival rival;
    private final StormCount count;
    private final Runnable ended;
    private final ClientCall<String, String> call;
    private final boolean requestStream;
    private final AtomicBoolean inCallback = new AtomicBoolean();
    private final AtomicInteger closes = new AtomicInteger();
    private boolean headers;

    StormCall(
            long number,
            MethodDescriptor<String, String> method,
            Channel channel,
            Executor hands,
            Rival rival,
            StormCount count,
            Runnable ended) {
        this.dice = new Dice(number);
        this.hands = hands;
        this.rival = rival;
        this.count = count;
        this.ended = ended;
        this.requestStream = !method.getType().clientSendsOneMessage();
        CallOptions options = dice.chance(0.25)
                ? CallOptions.DEFAULT.withDeadlineAfter(dice.below(2000), TimeUnit.MICROSECONDS)
                : CallOptions.DEFAULT;
        this.call = channel.newCall(method, options);
    }

    /**
     * Starts the call and leaves the rest to several threads.
     *
     * @param racing how many of its cancellations race with what else is done
     */
    void start(double racing) {
        Metadata metadata = new Metadata();
        StormHandler.tell(metadata, dice.below(StormHandler.WAYS));
        boolean cancels = dice.chance(0.5);
        boolean races = dice.chance(racing);
        boolean apart = !(cancels && races) && dice.chance(0.5);
        int patience = dice.below(dice.oneOf(50, 500, 2000));
        int messages = requestStream ? dice.below(4) : 1;
        hands.execute(() -> {
            call.start(this, metadata);
            if (cancels && races) {
                call.request(10);
                rival.race(() -> {
                    for (int spins = 0; spins < patience; spins++) {
                        Thread.onSpinWait();
                    }
                    attempt(() -> call.cancel("enough", null));
                });
            } else {
                if (cancels) {
                    hands.execute(() -> attempt(() -> call.cancel("enough", null)));
                }
                hands.execute(() -> attempt(() -> call.request(10)));
            }
            for (int message = 0; message < messages; message++) {
                inTurn(apart, () -> call.sendMessage("message"));
            }
            inTurn(apart, call::halfClose);
        });
    }

    private void inTurn(boolean apart, Runnable step) {
        Runnable alone = () -> {
            synchronized (call) {
                attempt(step);
            }
        };
        if (apart) {
            hands.execute(alone);
        } else {
            alone.run();
        }
    }

    /** What is too late is refused by the library in its own way. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (IllegalStateException tooLate) {
            if (!String.valueOf(tooLate.getMessage()).startsWith("call ")) {
                count.violation("an operation throws " + Describe.thrown(tooLate));
            }
        } catch (Throwable thrown) {
            count.violation("an operation throws " + Describe.thrown(thrown));
        }
    }

    @Override
    public void onHeaders(Metadata response) {
        alone(() -> {
            if (headers) {
                count.violation("headers come twice");
            }
            headers = true;
        });
    }

    @Override
    public void onMessage(String message) {
        alone(() -> {
            if (!headers) {
                count.violation("a message comes before headers");
            }
        });
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        alone(() -> {});
        count.outcome(status.getCode().name());
        if (closes.incrementAndGet() > 1) {
            count.violation("onClose comes twice");
        } else {
            ended.run();
        }
    }

    @Override
    public void onReady() {
        alone(() -> {});
    }

    private void alone(Runnable body) {
        if (closes.get() > 0) {
            count.violation("a callback comes after onClose");
        }
        if (!inCallback.compareAndSet(false, true)) {
            count.violation("two callbacks come at once");
        }
        body.run();
        inCallback.set(false);
    }
}
