package dev.heddle.agent.remote;

import dev.heddle.agent.remote.Frames.Frame;
import dev.heddle.agent.remote.Frames.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One question and its answer, on the side of who asks. */
public final class Question implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel server;

    private Question(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /**
     * Opens the socket for a question. The JVM is then to be asked for its agent properties, which has it come here.
     *
     * @param temporaryFolder where the temporary files of that JVM go
     * @throws IOException if that cannot be, in words for the one who asks
     */
    public static Question open(String temporaryFolder, long pid) throws IOException {
        Path folder = MeetingPlace.folder(temporaryFolder, pid);
        MeetingPlace.make(folder);
        Path socket = folder.resolve(ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), 36));
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            server.configureBlocking(false);
        } catch (IOException | RuntimeException impossible) {
            server.close();
            throw new IOException("no socket can be made in " + folder + ": " + impossible.getMessage(), impossible);
        }
        return new Question(socket, server);
    }

    /**
     * Asks, and prints the answer as it comes.
     *
     * @param patience how long to wait until the JVM comes
     * @return the exit code that the JVM says
     * @throws IOException if the JVM does not come, or goes before the end
     */
    public int ask(List<String> words, Duration patience, PrintStream out, PrintStream err) throws IOException {
        try (SocketChannel channel = accept(patience)) {
            // The next JVM or question is to find nobody here.
            close();
            MeetingPlace.requireOwn(channel);
            Frames frames = new Frames(channel);
            for (String word : words) {
                frames.write(Kind.WORD, word);
            }
            frames.write(Kind.ASK, "");
            for (Frame next = frames.read(); ; next = frames.read()) {
                switch (next.kind()) {
                    case TEXT -> {
                        out.print(next.text());
                        out.flush();
                    }
                    case COMPLAINT -> err.println(next.text());
                    case END -> {
                        return Integer.parseInt(next.text());
                    }
                    default -> {}
                }
            }
        }
    }

    private SocketChannel accept(Duration patience) throws IOException {
        try (Selector selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            selector.select(patience.toMillis());
            SocketChannel channel = server.accept();
            if (channel == null) {
                throw new IOException("it has not answered within " + patience.toSeconds() + " s");
            }
            return channel;
        }
    }

    /** Removes what it has made. */
    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        try {
            Files.deleteIfExists(socket.getParent());
        } catch (IOException othersAsk) {
            // The last one removes it.
        }
    }
}
