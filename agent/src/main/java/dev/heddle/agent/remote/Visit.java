package dev.heddle.agent.remote;

import dev.heddle.agent.remote.Frames.Frame;
import dev.heddle.agent.remote.Frames.Kind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One question and its answer, on the side of the JVM. Says nothing to the application, whatever goes wrong. */
final class Visit implements Runnable {
    private final Path socket;
    private final Command command;

    Visit(Path socket, Command command) {
        this.socket = socket;
        this.command = command;
    }

    @Override
    public void run() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            MeetingPlace.requirePrivate(socket.getParent());
            channel.connect(UnixDomainSocketAddress.of(socket));
            MeetingPlace.requireOwn(channel);
            try (Frames frames = new Frames(channel)) {
                answer(question(frames), new Answer(frames));
            }
        } catch (IOException nobodyThere) {
            // Who asked has gone, or it was not asked of this JVM.
        }
    }

    private static List<String> question(Frames frames) throws IOException {
        List<String> words = new ArrayList<>();
        for (Frame next = frames.read(); next.kind() == Kind.WORD; next = frames.read()) {
            words.add(next.text());
        }
        return words;
    }

    private void answer(List<String> words, Answer answer) throws IOException {
        int exitCode;
        try {
            exitCode = command.run(words, answer);
        } catch (GoneException gone) {
            throw gone;
        } catch (Throwable failure) {
            answer.complain("heddle failed at this command: " + failure);
            exitCode = 1;
        }
        answer.end(exitCode);
    }
}
