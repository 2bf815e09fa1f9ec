package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.MethodDescriptor.MethodType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream of requests that an interceptor has read to its end before the handler begins, which asks for one at a time. */
class ReadAheadTest {
    private List<Object> read;

    private PlayedServerCall begin() {
        PlayedServerCall call = PlayedServerCall.of(
                MethodType.CLIENT_STREAMING,
                of -> of.requests().thenApply(requests -> {
                    read = requests;
                    return of.proceed();
                }));
        for (String request : List.of("foo", "bar", "baz")) {
            call.library.onMessage(request);
        }
        assertThat(call.handler).isNull();
        call.library.onHalfClose();
        assertThat(read).containsExactly("foo", "bar", "baz");
        return call;
    }

    @Test
    void theHandlerGetsAsManyAsItAsksFor() {
        PlayedServerCall call = begin();
        assertThat(call.heard).isEmpty();
        call.handler.request(1);
        assertThat(call.heard).containsExactly("message foo");
        call.handler.request(1);
        assertThat(call.heard).containsExactly("message foo", "message bar");
        call.handler.request(5);
        assertThat(call.heard).containsExactly("message foo", "message bar", "message baz", "half-close");
    }

    @Test
    void onlyWhatIsNotThereYetIsAskedOfTheLibrary() {
        PlayedServerCall call = begin();
        assertThat(call.done).containsExactly("request 1", "request 1", "request 1", "request 1");
        call.done.clear();
        call.handler.request(1);
        call.handler.request(2);
        assertThat(call.done).isEmpty();
        call.handler.request(2);
        assertThat(call.done).containsExactly("request 1");
    }
}
