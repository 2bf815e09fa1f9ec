package orders;

import java.io.IOException;
import java.io.OutputStream;

/** Keeps a process running until it is told to stop, or until whoever started it is gone. */
final class Standby {

    private Standby() {}

    static void untilStopped(Runnable stop) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(stop));
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }
}
