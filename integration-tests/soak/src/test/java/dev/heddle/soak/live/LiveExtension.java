package dev.heddle.soak.live;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Call;
import dev.heddle.api.CodeSite;
import dev.heddle.api.CodeWatcher;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import java.util.concurrent.CountDownLatch;

/** Sees every kind of call and changes none; has a thread of its own, which goes when it closes. */
public final class LiveExtension implements Extension {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        String name = settings.extension();
        on(interceptors, CLIENT.only("start"), name, "client");
        on(interceptors, WORKFLOW_INBOUND, name, "workflow inbound");
        on(interceptors, WORKFLOW_OUTBOUND, name, "workflow outbound");
        on(interceptors, ACTIVITY_INBOUND, name, "activity inbound");
        on(interceptors, GRPC_CLIENT.only("live.Echo/*"), name, "grpc client");
        on(interceptors, GRPC_SERVER.only("live.Echo/*"), name, "grpc server");
        interceptors.watch(new CodeWatch());
        Thread thread = new Thread(this::rest, "live-extension");
        thread.setDaemon(true);
        thread.start();
    }

    private static <C extends Call> void on(Interceptors interceptors, Selector<C> calls, String name, String kind) {
        Interceptor<C> interceptor = call -> {
            Tally.get().intercepted(name, kind);
            return call.proceed();
        };
        interceptors.on(calls, interceptor);
    }

    private void rest() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean onlyObservesWorkflows() {
        return true;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** Looks on while workflows run, so that their classes are changed and set back. */
    private static final class CodeWatch implements CodeWatcher {
        @Override
        public boolean reads(String className) {
            return className.startsWith("dev.heddle.soak.live.Shift");
        }

        @Override
        public boolean watches(String owner, String name, String descriptor) {
            return owner.equals("java.time.Duration");
        }

        @Override
        public boolean here() {
            return true;
        }

        @Override
        public Error called(CodeSite site, Object target, Object argument) {
            return null;
        }
    }
}
