package dev.heddle.extension.contextpropagation;

/**
 * An entry of MDC, and where its value travels.
 *
 * @param field of a header that is a JSON object; empty where the header is the value
 */
record Entry(String key, String header, String field) {
    /**
     * From {@code KEY}, {@code KEY=HEADER} or {@code KEY=HEADER/FIELD}.
     *
     * @throws IllegalArgumentException if no header can be called so
     */
    static Entry of(String setting, String prefix) {
        int equals = setting.indexOf('=');
        String key = equals < 0 ? setting : setting.substring(0, equals).strip();
        String where = equals < 0 ? prefix + key : setting.substring(equals + 1).strip();
        int slash = where.indexOf('/');
        return slash < 0
                ? new Entry(key, checked(where), "")
                : new Entry(key, checked(where.substring(0, slash)), where.substring(slash + 1));
    }

    /** What gRPC cannot send would fail each call. */
    private static String checked(String header) {
        if (!header.matches("[0-9A-Za-z_.-]+") || header.endsWith("-bin") || header.startsWith("grpc-")) {
            throw new IllegalArgumentException("no header can be called '" + header
                    + "'; use letters, digits, dots, dashes and underscores in keys and header-prefix, no grpc- in front"
                    + " and no -bin at the end");
        }
        return header;
    }

    boolean isField() {
        return !field.isEmpty();
    }
}
