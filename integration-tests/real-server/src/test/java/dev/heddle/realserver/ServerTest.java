package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import dev.heddle.testing.Calls;
import dev.heddle.testing.Heddle;
import dev.heddle.testing.RecordedCall;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test with the agent, an extension that writes headers, and an application on the real server. */
@ExtendWith(RealServer.class)
abstract class ServerTest {
    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @RegisterExtension
    final Heddle heddle = Heddle.with(new SentBy());

    TemporalServer server;
    Application application;

    @BeforeEach
    final void open(TemporalServer running) {
        server = running;
        application = new Application(server.address(), TemporalServer.NAMESPACE);
    }

    @AfterEach
    final void close() {
        application.close();
    }

    /** The one call of an operation of a client, which has come to the library. */
    final RecordedCall clientCall(String operation) {
        List<RecordedCall> calls =
                heddle.calls().in(Category.CLIENT).named(operation).list();
        assertThat(calls).as(operation).hasSize(1);
        assertThat(calls.get(0).arrived()).as("%s arrived", operation).isTrue();
        return calls.get(0);
    }

    /** Waits for the first of the calls, longer than these do themselves: the server may have much to do. */
    static RecordedCall first(Calls calls) {
        Awaitility.await().until(() -> calls.iterator().hasNext());
        return calls.first();
    }

    /** Who has sent what has arrived, with what is hard to carry as it was sent. */
    static Object sender(RecordedCall arrived) {
        assertThat(arrived.headers()).as("headers of %s", arrived).containsEntry(SentBy.ODD, SentBy.ODD_TEXT);
        return arrived.headers().get(SentBy.HEADER);
    }
}
