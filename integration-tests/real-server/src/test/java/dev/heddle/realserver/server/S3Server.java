package dev.heddle.realserver.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Versity's gateway, a server that speaks the protocol of S3 and checks its signatures, over a folder with one bucket. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "payloads";
    public static final String REGION = "us-east-1";
    public static final String ACCESS_KEY = "heddle-tests";
    public static final String SECRET_KEY = "not-a-secret-at-all";

    private static final GoProgram PROGRAM = new GoProgram("github.com/versity/versitygw/cmd/versitygw", "v1.8.0");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one with its objects in {@code objects} of a folder, and its log beside them. Where it is not built and cannot be the test is skipped.
     *
     * @throws IOException if it does not come up, with its log
     */
    public static S3Server start(Path folder) throws IOException, InterruptedException {
        Path program = PROGRAM.orSkip("S3 server");
        Path root = Files.createDirectories(folder.resolve("objects"));
        Files.createDirectories(root.resolve(BUCKET));
        Path attributes = Files.createDirectories(folder.resolve("attributes"));
        Path log = folder.resolve("s3.log");
        int port = FreePort.some(1).get(0);
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "--port",
                        "127.0.0.1:" + port,
                        "--region",
                        REGION,
                        "posix",
                        "--sidecar",
                        attributes.toString(),
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("ROOT_ACCESS_KEY", ACCESS_KEY);
        builder.environment().put("ROOT_SECRET_KEY", SECRET_KEY);
        S3Server server = new S3Server(builder.start(), port);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!server.accepts()) {
            if (!server.process.isAlive() || System.nanoTime() > end) {
                server.close();
                throw new IOException(PROGRAM + " does not serve:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return server;
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where clients find it. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
