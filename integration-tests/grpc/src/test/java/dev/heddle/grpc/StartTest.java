package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A client's call that ends or fails while it starts, because of an interceptor that the application's channel was built
 * with: the application is told as without the agent. Where the start is put off there is nothing of that to tell.
 */
class StartTest extends GrpcTest {
    private static final RuntimeException OWN = new IllegalStateException("the application's own");

    private final List<String> told = new ArrayList<>();
    private MethodDescriptor<String, String> method;

    /** What the application's interceptor does as a call starts. */
    private interface Starting {
        void start(ClientCall<?, ?> call, ClientCall.Listener<?> listener, Runnable goOn);
    }

    private void serve(Way way, Starting starting) throws IOException {
        if (way != Way.NONE) {
            client(Place.OUTER, way);
        }
        method = DummyService.method(way.service(), "Method", MethodType.UNARY);
        String name = InProcessServerBuilder.generateName();
        channel = connect(
                InProcessServerBuilder.forName(name)
                        .directExecutor()
                        .addService(ServerServiceDefinition.builder(way.service())
                                .addMethod(method, (call, headers) -> {
                                    call.request(2);
                                    return new io.grpc.ServerCall.Listener<>() {};
                                })
                                .build()),
                InProcessChannelBuilder.forName(name).directExecutor().intercept(new ClientInterceptor() {
                    @Override
                    public <Q, R> ClientCall<Q, R> interceptCall(
                            MethodDescriptor<Q, R> called, CallOptions options, Channel next) {
                        return new SimpleForwardingClientCall<>(next.newCall(called, options)) {
                            @Override
                            public void start(Listener<R> listener, Metadata headers) {
                                starting.start(this, listener, () -> super.start(listener, headers));
                                told.add("started");
                            }
                        };
                    }
                }));
    }

    private final class Listener extends ClientCall.Listener<String> {
        private final RuntimeException thrown;

        Listener(RuntimeException thrown) {
            this.thrown = thrown;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            told.add("closed " + status.getCode());
            if (thrown != null) {
                throw thrown;
            }
        }
    }

    private static void ends(ClientCall<?, ?> call, ClientCall.Listener<?> listener, Runnable goOn) {
        listener.onClose(Status.ABORTED, new Metadata());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUEST")
    void endsWhileItStarts(Way way) throws Exception {
        serve(way, StartTest::ends);
        channel.newCall(method, CallOptions.DEFAULT).start(new Listener(null), new Metadata());
        assertThat(told).containsExactly("closed ABORTED", "started");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUEST")
    void theApplicationThrowsThen(Way way) throws Exception {
        serve(way, StartTest::ends);
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        assertThatThrownBy(() -> call.start(new Listener(OWN), new Metadata())).isSameAs(OWN);
        assertThat(told).containsExactly("closed ABORTED");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUEST")
    void failsWhenItHasStarted(Way way) throws Exception {
        serve(way, (call, listener, goOn) -> {
            goOn.run();
            throw OWN;
        });
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        assertThatThrownBy(() -> call.start(new Listener(null), new Metadata())).isSameAs(OWN);
        assertThat(told).isEmpty();
        call.cancel("enough", null);
        assertThat(told).containsExactly("closed CANCELLED");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUEST")
    void isStartedAgainWhenItCouldNotBe(Way way) throws Exception {
        boolean[] failed = new boolean[1];
        serve(way, (call, listener, goOn) -> {
            if (!failed[0]) {
                failed[0] = true;
                throw OWN;
            }
            goOn.run();
        });
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        assertThatThrownBy(() -> call.start(new Listener(null), new Metadata())).isSameAs(OWN);
        int before = Interceptions.CLIENT_CALLS.get();
        call.start(new Listener(null), new Metadata());
        // As for any other call: who intercepts this one, a guard it may be, does so now.
        assertThat(Interceptions.CLIENT_CALLS.get() - before).isEqualTo(before);
        call.cancel("enough", null);
        assertThat(told).containsExactly("started", "closed CANCELLED");
    }
}
