package dev.heddle.differential;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JVM that plays scripts. It is told which over a socket, as lines {@code first last} or {@code seed seed dropped,…},
 * and answers what was seen of each.
 */
public final class Player {
    private final Logs logs = Logs.install();
    private final DataOutputStream out;

    private Player(DataOutputStream out) {
        this.out = out;
    }

    /** Takes the port to connect to. */
    public static void main(String[] arguments) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16))) {
            Player player = new Player(out);
            while (true) {
                player.obey(in.readUTF().split(" "));
            }
        } catch (EOFException noMore) {
            System.exit(0);
        }
    }

    private void obey(String[] words) throws IOException {
        Set<Integer> dropped = words.length < 3
                ? Set.of()
                : Arrays.stream(words[2].split(",")).map(Integer::valueOf).collect(Collectors.toSet());
        for (long seed = Long.parseLong(words[0]); seed <= Long.parseLong(words[1]); seed++) {
            Script script = ScriptWriter.write(seed);
            if (script.wanted()) {
                play(script.without(dropped));
            }
        }
        out.writeLong(Flavour.interceptions());
        out.flush();
    }

    private void play(Script script) throws IOException {
        World world = new World(script);
        logs.to(world.trace());
        Workers.Job job = Workers.start("main", () -> {
            try {
                world.play();
            } catch (Throwable thrown) {
                world.trace().add("FAILED", Describe.thrown(thrown));
                thrown.printStackTrace();
            }
        });
        // What it waits for itself it has given up before.
        if (!job.await() && !job.await() && !job.await()) {
            world.stuck("the script");
        }
        write(world.trace().close());
        write(world.whereStuck());
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
