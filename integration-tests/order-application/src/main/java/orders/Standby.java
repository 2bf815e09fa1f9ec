package orders;

import java.io.OutputStream;
import java.util.concurrent.Callable;

/** Runs a service until the process is told to stop, or until whoever started it is gone. */
final class Standby {

    private Standby() {}

    /** Starting the service answers how to stop it. */
    static void run(String name, Callable<Runnable> start) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(start.call()));
            System.out.println(name + " ready");
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        } catch (Exception failure) {
            // Threads of what did start would keep the process alive.
            failure.printStackTrace();
            System.exit(1);
        }
    }
}
