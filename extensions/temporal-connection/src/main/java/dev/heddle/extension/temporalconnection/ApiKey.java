package dev.heddle.extension.temporalconnection;

/** Reads an API key. */
final class ApiKey {
    private ApiKey() {}

    /**
     * The key.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String read(Secret source) {
        String key = source.read().strip();
        if (key.isEmpty()) {
            throw new IllegalArgumentException(source + " is empty; put the API key there");
        }
        if (!key.chars().allMatch(each -> each > ' ' && each < 0x7F)) {
            throw new IllegalArgumentException(source + " has more than an API key in it; put one there, in one line");
        }
        return key;
    }
}
