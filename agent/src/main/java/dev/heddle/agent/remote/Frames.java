package dev.heddle.agent.remote;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Texts on a socket, each with its kind and its length before it. One thread may write or read at a time. */
final class Frames implements Closeable {
    /** More than any command says at once. */
    private static final int LONGEST = 64 << 20;

    /** What a text is. Part of the protocol: new ones come last. */
    enum Kind {
        /** A word of the question. */
        WORD,
        /** The end of the question. */
        ASK,
        /** To be printed. */
        TEXT,
        /** To be printed where errors are. */
        COMPLAINT,
        /** To be ignored. */
        NOTHING,
        /** The end of the answer: the exit code. */
        END
    }

    /** A text of a kind. */
    record Frame(Kind kind, String text) {}

    private final SocketChannel socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(SocketChannel socket) {
        this.socket = socket;
        this.in = new DataInputStream(Channels.newInputStream(socket));
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(socket)));
    }

    void write(Kind kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind.ordinal());
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Waits for the next. */
    Frame read() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (kind >= Kind.values().length || length < 0 || length > LONGEST) {
            throw new IOException("the other side speaks another language; use the command line of the same version");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Frame(Kind.values()[kind], new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
