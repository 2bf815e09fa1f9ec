package acme.shop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** An activity, which may do what it likes. */
public final class SlowStock implements Shop.Stock {
    private static int taken;

    @Override
    public String take(String what) {
        taken++;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(3));
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        return what + Files.exists(Path.of(what)) + System.nanoTime() + System.getenv("HOME") + taken;
    }
}
