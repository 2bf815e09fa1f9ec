package dev.heddle.testing;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Records the calls of one test with two interceptors of every operation: the outermost knows of each call and gets its
 * outcome, the innermost sees what the others have made of it. Thread-safe.
 */
final class Recorder {
    private final Map<Call, RecordedCall> underWay = Collections.synchronizedMap(new IdentityHashMap<>());
    private final List<RecordedCall> calls = new ArrayList<>();

    Extension outermost() {
        return new End(Integer.MIN_VALUE) {
            @Override
            public void register(Interceptors interceptors, Settings settings) {
                interceptors.all(Recorder.this::enter);
            }
        };
    }

    Extension innermost() {
        return new End(Integer.MAX_VALUE) {
            @Override
            public void register(Interceptors interceptors, Settings settings) {
                interceptors.all(call -> {
                    add(call, underWay.remove(call), true);
                    return call.proceed();
                });
            }
        };
    }

    private Object enter(Call call) throws Throwable {
        underWay.put(call, new RecordedCall(call));
        try {
            return call.proceed();
        } finally {
            RecordedCall stopped = underWay.remove(call);
            if (stopped != null) {
                add(call, stopped, false);
            }
        }
    }

    private void add(Call call, RecordedCall recorded, boolean arrived) {
        recorded.end(call, arrived);
        synchronized (calls) {
            calls.add(recorded);
            calls.notifyAll();
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
