package dev.heddle.extension.payloadstore;

import dev.heddle.command.CommandSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The command {@code sweep [--dry-run] age=90d [NAME=VALUE …]}: deletes what was last stored before some time. */
public final class Sweep {
    private static final String USAGE =
            "usage: java -jar heddle-extension-payload-store.jar sweep [--dry-run] age=DURATION [prefix=PREFIX]"
                    + " [NAME=VALUE ...]; the other names are those of the extension's settings";

    /** A store may leave what is younger as it is when it is stored again. */
    private static final Duration LEAST = Duration.ofDays(1);

    private final ObjectStore store;
    private final boolean dry;
    private final PrintStream out;

    private int found;
    private int swept;
    private int failed;
    private long bytes;

    private Sweep(ObjectStore store, boolean dry, PrintStream out) {
        this.store = store;
        this.dry = dry;
        this.out = out;
    }

    /**
     * Sweeps once.
     *
     * @throws IllegalArgumentException that says what is wrong with the arguments or settings
     */
    public static void main(String[] arguments) throws Exception {
        if (run(Arrays.asList(arguments), System.out) > 0) {
            throw new IllegalStateException("some objects could not be deleted");
        }
    }

    /** How many objects could not be deleted. */
    static int run(List<String> arguments, PrintStream out) throws Exception {
        List<String> rest = new ArrayList<>(arguments);
        if (rest.isEmpty() || !rest.remove(0).equals("sweep")) {
            throw new IllegalArgumentException(USAGE);
        }
        boolean dry = rest.remove("--dry-run");
        CommandSettings settings = CommandSettings.of("payload-store", rest, System.getenv());
        Duration age = settings.get("age", Duration.ZERO);
        if (age.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("age has to be set, to a day or more: longer than any workflow runs and"
                    + " is kept, such as age=90d");
        }
        String prefix = settings.get("prefix", "");
        StoreProvider provider = Stores.of(settings);
        try (ObjectStore store = provider.open(settings)) {
            settings.refuseUnknown();
            return new Sweep(store, dry, out).before(Instant.now().minus(age), prefix);
        }
    }

    private int before(Instant time, String prefix) throws IOException {
        List<StoredObject> old = new ArrayList<>();
        store.list(prefix, object -> {
            if (ObjectKey.isOurs(object.key())) {
                found++;
                if (object.stored().isBefore(time)) {
                    old.add(object);
                }
            }
        });
        for (StoredObject object : old) {
            sweep(object);
        }
        out.println(String.format(
                Locale.ROOT,
                "%s %d of %d objects, %.1f MB, in %s%s",
                dry ? "would delete" : "deleted",
                swept,
                found,
                bytes / 1e6,
                store,
                failed == 0 ? "" : "; " + failed + " could not be deleted"));
        return failed;
    }

    private void sweep(StoredObject object) {
        try {
            if (!dry) {
                store.delete(object.key());
            }
            swept++;
            bytes += object.size();
            out.println((dry ? "old: " : "deleted: ") + object.key() + ", " + object.size() + " bytes, stored "
                    + object.stored());
        } catch (IOException failure) {
            failed++;
            out.println("not deleted: " + object.key() + ": " + failure.getMessage());
        }
    }
}
