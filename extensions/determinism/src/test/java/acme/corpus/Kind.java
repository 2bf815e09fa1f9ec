package acme.corpus;

/**
 * One thing that a replay would do differently, three times, and what looks like it and is harmless.
 *
 * @param rule what is wrong with it
 * @param name what it is
 * @param direct does it where it stands
 * @param library has a class of another package do it
 * @param disguised does it by reflection, a method handle, a method reference or from a lambda
 * @param harmless the twin
 */
public record Kind(String rule, String name, Code direct, Code library, Code disguised, Code harmless) {
    /** What a workflow does. */
    public interface Code {
        void run() throws Throwable;
    }

    /** The code of a program: which of the four. */
    Code code(String form) {
        return switch (form) {
            case "direct" -> direct;
            case "library" -> library;
            case "disguised" -> disguised;
            case "harmless" -> harmless;
            default -> throw new IllegalArgumentException(form);
        };
    }
}
