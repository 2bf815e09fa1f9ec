package dev.heddle.differential;

/** What a handler can do with its call. */
interface ServerEnd {
    void request(int messages);

    void sendHeaders(int number);

    void send(String message);

    void close(int ending);

    void compression(String name);

    void compress(boolean enabled);

    String look();

    /** Does what a step says. Answers what there is to say of it. */
    default String perform(Verb verb, int argument) {
        switch (verb) {
            case SERVER_REQUEST -> request(argument);
            case SERVER_HEADERS -> sendHeaders(argument);
            case SERVER_SEND -> send(Payload.of(argument));
            case SERVER_CLOSE -> close(argument);
            case SERVER_COMPRESSION -> compression(argument == 0 ? "identity" : argument == 3 ? "unheard-of" : "gzip");
            case SERVER_COMPRESS -> compress(argument % 2 == 0);
            default -> {
                return look();
            }
        }
        return "done";
    }
}
