package dev.heddle.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.testing.integration.InteropServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-alone client and server of the suite, each in a JVM of its own with the agent. */
class StandAloneTest {
    @BeforeAll
    static void pack() {
        ExtensionFolder.fill();
    }

    @ParameterizedTest
    @CsvSource({"PROCEED, false", "WATCH, true"})
    void passes(Flavour flavour, boolean tls) throws Exception {
        try (Child server = new Child(flavour, InteropServer.class, "--port=0", "--use_tls=" + tls);
                Child client = new Child(
                        flavour,
                        InteropClient.class,
                        "--server_port=" + server.number("port"),
                        "--use_tls=" + tls,
                        "--use_test_ca=true",
                        "--server_host_override=foo.test.google.fr")) {
            assertThat(client.number("passed")).as("%s\n%s", client, server).isEqualTo(InteropClient.CASES.size());
            int called = client.number("intercepted");
            assertThat(client.exitCode()).as("%s", client).isZero();
            server.endInput();
            // Some calls, to methods that there are not, never get to where interceptors are.
            assertThat(server.number("intercepted")).isBetween(InteropClient.CASES.size(), called);
            assertThat(server.exitCode()).as("%s", server).isZero();
        }
    }
}
