package acme.guest;

import java.util.UUID;
import java.util.function.Supplier;

/** Becomes the other build of {@link Visitor}: it draws a name before it begins, by a lambda that its constructor calls. */
public final class OtherVisitor implements Visits {
    private final String drawn;

    public OtherVisitor() {
        Supplier<UUID> draws = () -> UUID.randomUUID();
        Supplier<UUID> drawsAgain = UUID::randomUUID;
        drawn = draws.get() + "-" + drawsAgain.get();
    }

    @Override
    public String visit(String name) {
        return name + (drawn.isEmpty() ? System.nanoTime() : "");
    }

    @Override
    public String state() {
        return "gone";
    }
}
