package dev.heddle.differential;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** A JVM that plays scripts, as the one that compares sees it. */
final class Side implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 180_000;

    /**
     * What was seen of a script.
     *
     * @param trace line by line
     * @param whereStuck what the threads did when it did not go on, or nothing
     */
    record Seen(String trace, String whereStuck) {}

    private final Flavour flavour;
    private final Process process;
    private final StringBuffer printed = new StringBuffer();
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private long interceptions;

    /** At the ends of a call that a word names: {@code client}, {@code server} or {@code both}. */
    Side(Flavour flavour, String ends) {
        this.flavour = flavour;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(PATIENCE_MILLIS);
            process = jvm(flavour, ends).start(Player.class.getName(), Integer.toString(server.getLocalPort()));
            Thread reader = new Thread(this::read, "output of " + flavour);
            reader.setDaemon(true);
            reader.start();
            socket = server.accept();
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            out = new DataOutputStream(socket.getOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException("from a JVM that printed " + printed, failure);
        }
    }

    /** A JVM of a flavour, which compiles little: most of a short run would be the compiler's. */
    static ForkedJvm jvm(Flavour flavour, String ends) {
        ForkedJvm jvm = ForkedJvm.ofCustomer()
                .option("-XX:+UseSerialGC")
                .option("-Xmx512m")
                .option("-Ddifferential.flavour=" + flavour)
                .option("-Donly=" + System.getProperty("only", ""))
                .option("-Ddifferential.side=" + ends)
                .option("-Ddifferential.patience=" + System.getProperty("differential.patience", "10"));
        if (flavour.hasAgent()) {
            Path jar = Path.of("target", "extensions", flavour.name(), "flavour.jar")
                    .toAbsolutePath();
            new ExtensionJarBuilder().provider(FlavourExtension.class).write(jar);
            jvm.agent("extensions=" + jar + ",failures=1000000000");
        }
        return jvm;
    }

    private void read() {
        byte[] some = new byte[4096];
        try (InputStream output = process.getInputStream()) {
            for (int length; (length = output.read(some)) >= 0; ) {
                printed.append(new String(some, 0, length, StandardCharsets.UTF_8));
                if (printed.length() > 100_000) {
                    printed.delete(0, 50_000);
                }
            }
        } catch (IOException ended) {
            printed.append(ended);
        }
    }

    Flavour flavour() {
        return flavour;
    }

    /** How many calls its extension has intercepted. */
    long interceptions() {
        return interceptions;
    }

    /** Has it play scripts; what it has seen of each is then to be {@linkplain #next taken}. */
    void play(long first, long last) {
        say(first + " " + last);
    }

    /** Plays one script without some of its parts. */
    Seen play(long seed, Set<Integer> dropped) {
        say(seed + " " + seed
                + (dropped.isEmpty()
                        ? ""
                        : " " + dropped.stream().map(String::valueOf).collect(Collectors.joining(","))));
        Seen seen = next();
        end();
        return seen;
    }

    private void say(String line) {
        try {
            out.writeUTF(line);
        } catch (IOException failure) {
            throw lost(failure);
        }
    }

    Seen next() {
        return new Seen(text(), text());
    }

    /** After the last script of those that it was to play. */
    void end() {
        try {
            interceptions = in.readLong();
        } catch (IOException failure) {
            throw lost(failure);
        }
    }

    private String text() {
        try {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw lost(failure);
        }
    }

    private AssertionError lost(IOException failure) {
        return new AssertionError("the JVM of " + flavour + " does not answer, and printed:\n" + printed, failure);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is killed next.
        }
        process.destroyForcibly();
    }
}
