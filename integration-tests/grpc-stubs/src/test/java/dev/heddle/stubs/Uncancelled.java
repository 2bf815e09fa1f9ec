package dev.heddle.stubs;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Requests of which a handler can want no more without the library's being told. Told, it waits a tenth of a second and
 * then ends the call as cancelled, if by then nobody has ended it: what comes of the call depends on how busy the
 * machine is. {@link Work#STOPS} is about that.
 */
record Uncancelled(Publisher<String> requests) implements Publisher<String> {
    @Override
    public void subscribe(Subscriber<? super String> handler) {
        requests.subscribe(new Requests(handler));
    }

    private static final class Requests implements Subscriber<String>, Subscription {
        private final Subscriber<? super String> handler;
        private Subscription library;
        private volatile boolean cancelled;

        Requests(Subscriber<? super String> handler) {
            this.handler = handler;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            library = subscription;
            handler.onSubscribe(this);
        }

        @Override
        public void request(long requests) {
            library.request(requests);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void onNext(String request) {
            if (!cancelled) {
                handler.onNext(request);
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (!cancelled) {
                handler.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!cancelled) {
                handler.onComplete();
            }
        }
    }
}
