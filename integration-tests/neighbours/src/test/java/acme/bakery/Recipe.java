package acme.bakery;

/** What a workflow asks; a mock of it is of this very class, whose code is changed for that. */
public final class Recipe {
    /** Of a mock three. */
    public int eggs(String what) {
        return what.isEmpty() ? 0 : 2;
    }
}
