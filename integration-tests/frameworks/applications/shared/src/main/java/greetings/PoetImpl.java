package greetings;

/** A poet of few words. */
public class PoetImpl implements Poet {
    @Override
    public String write(String name) {
        return "Hello, " + name;
    }
}
