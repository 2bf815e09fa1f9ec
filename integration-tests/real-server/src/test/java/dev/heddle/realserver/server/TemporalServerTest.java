package dev.heddle.realserver.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heddle.harness.ForkedJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RealServer.class)
class TemporalServerTest {
    @Test
    void itStopsWithAJvmThatIsKilled(@TempDir Path folder) throws Exception {
        Process holder = new ForkedJvm()
                .option("-Dtemporal.command=" + System.getProperty("temporal.command", ""))
                .start(ServerHolder.class.getName(), folder.toString());
        int port;
        try (BufferedReader output = ForkedJvm.outputOf(holder)) {
            String printed = ForkedJvm.await(output, ServerHolder.SERVES).strip();
            port = Integer.parseInt(printed.substring(printed.lastIndexOf(':') + 1));
            assertThat(accepts(port)).isTrue();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !accepts(port));
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
