package dev.heddle.grpc.extensions;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Listens to all that goes to stdout and stderr, from when it is first asked. */
final class Log {
    private static final ByteArrayOutputStream ALL = new ByteArrayOutputStream();

    static {
        System.setOut(heard(System.out));
        System.setErr(heard(System.err));
    }

    private static int begin;

    private Log() {}

    /** Forgets what there is. */
    static void clear() {
        begin = ALL.size();
    }

    /** What there is. */
    static String text() {
        return ALL.toString(StandardCharsets.UTF_8).substring(begin);
    }

    private static PrintStream heard(PrintStream original) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int character) {
                        ALL.write(character);
                        original.write(character);
                    }

                    @Override
                    public void flush() {
                        original.flush();
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }
}
