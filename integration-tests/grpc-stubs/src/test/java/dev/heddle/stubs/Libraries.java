package dev.heddle.stubs;

/** The libraries. */
enum Libraries {
    /** {@code grpc-kotlin-stub}. */
    KOTLIN(new KotlinLibrary()),
    /** {@code reactor-grpc-stub}. */
    REACTOR(new ReactorLibrary()),
    /** {@code rx3grpc-stub}. */
    RX(new RxLibrary()),
    /** None, for what the others do not let an application do. */
    RAW(new RawLibrary());

    private final Library library;

    Libraries(Library library) {
        this.library = library;
    }

    Library library() {
        return library;
    }
}
