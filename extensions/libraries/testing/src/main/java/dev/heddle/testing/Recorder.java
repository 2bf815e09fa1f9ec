package dev.heddle.testing;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Records the calls of one test with two interceptors of almost every operation: the outermost knows of each call and gets its
 * outcome, the innermost sees what the others have made of it. Thread-safe.
 */
final class Recorder {
    private final Map<Call, RecordedCall> underWay = new ConcurrentHashMap<>();
    private final List<RecordedCall> calls = new ArrayList<>();

    Extension outermost() {
        return new End(Integer.MIN_VALUE) {
            @Override
            public void register(Interceptors interceptors, Settings settings) {
                interceptors.on(ALL.matching(Recorder::records), Recorder.this::begin);
            }
        };
    }

    Extension innermost() {
        return new End(Integer.MAX_VALUE) {
            @Override
            public void register(Interceptors interceptors, Settings settings) {
                interceptors.on(ALL.matching(Recorder::records), call -> {
                    RecordedCall arrived = end(call, true);
                    if (arrived != null && call instanceof GrpcCall grpc) {
                        grpc.events(new RequestRecorder(arrived, grpc.methodType()));
                    }
                    return call.proceed();
                });
            }
        };
    }

    /** Temporal's own traffic with its server would bury the rest. */
    private static boolean records(Operation operation) {
        return !operation.name().startsWith("temporal.api.");
    }

    private Object begin(Call call) throws Throwable {
        RecordedCall recorded = new RecordedCall(call);
        underWay.put(call, recorded);
        call.onCompletion((result, failure) -> {
            end(call, false);
            recorded.complete(result, failure);
        });
        return call.proceed();
    }

    /** Takes note of the first that becomes of a call: it arrives, perhaps later and more than once, or is over. */
    private RecordedCall end(Call call, boolean arrived) {
        RecordedCall recorded = underWay.remove(call);
        if (recorded != null) {
            recorded.end(call, arrived);
            synchronized (calls) {
                calls.add(recorded);
                calls.notifyAll();
            }
        }
        return recorded;
    }

    /** The request of a gRPC call passes when the call has gone on. */
    private record RequestRecorder(RecordedCall call, GrpcMethodType type) implements GrpcEvents {
        @Override
        public Object onRequest(Object message) {
            if (!type.requestStream()) {
                call.passed(message);
            }
            return message;
        }
    }

    List<RecordedCall> list(Predicate<RecordedCall> wanted) {
        synchronized (calls) {
            return calls.stream().filter(wanted).toList();
        }
    }

    /** Waits until so many are there, or the time is over; returns those there are. */
    List<RecordedCall> await(int count, Predicate<RecordedCall> wanted, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        synchronized (calls) {
            while (list(wanted).size() < count) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    break;
                }
                calls.wait(left);
            }
            return list(wanted);
        }
    }

    /** At one end of all others. */
    private abstract static class End implements Extension {
        private final int order;

        End(int order) {
            this.order = order;
        }

        @Override
        public int order() {
            return order;
        }
    }
}
