package dev.heddle.differential;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Writes things down so that what is equal in two JVMs reads the same. */
final class Describe {
    /** What differs by nature: addresses, ports, numbers of objects, times. */
    private static final Pattern PARTICULAR = Pattern.compile(
            "@[0-9a-f]{3,}|\\n.*|\\d+ns|<\\d+>|world-\\d+|127\\.0\\.0\\.1[:/]\\d+|\\d+\\.\\d+s|buffered_nanos=\\d+|\\$\\$Lambda[^ ,)]*|0x[0-9a-f]+");

    private Describe() {}

    static String clean(String text) {
        return text == null ? "null" : PARTICULAR.matcher(text).replaceAll("#");
    }

    static String status(Status status) {
        return status.getCode()
                + (status.getDescription() == null ? "" : " '" + clean(status.getDescription()) + "'")
                + (status.getCause() == null ? "" : " by " + brief(status.getCause()));
    }

    /** An exception with its causes, and the trailers that it may carry. */
    static String thrown(Throwable thrown) {
        StringBuilder text = new StringBuilder(brief(thrown));
        Metadata trailers = Status.trailersFromThrowable(thrown);
        if (trailers != null) {
            text.append(" with ").append(metadata(trailers));
        }
        Throwable cause = thrown.getCause();
        for (int depth = 0; cause != null && depth < 3; depth++, cause = cause.getCause()) {
            text.append(" by ").append(brief(cause));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append(" suppressing ").append(brief(suppressed));
        }
        return text.toString();
    }

    private static String brief(Throwable thrown) {
        return thrown.getClass().getName() + ": " + clean(thrown.getMessage());
    }

    static String metadata(Metadata metadata) {
        if (metadata == null) {
            return "null";
        }
        List<String> entries = new ArrayList<>();
        for (String name : new TreeSet<>(metadata.keys())) {
            if (name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
                metadata.getAll(Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER))
                        .forEach(value -> entries.add(name + "=" + Arrays.toString(value)));
            } else {
                metadata.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER))
                        .forEach(value -> entries.add(name + "=" + shorten(value)));
            }
        }
        return entries.toString();
    }

    private static String shorten(String value) {
        return value.length() > 200 ? "…" + value.length() : clean(value);
    }

    /** Whether the attributes of a call know the other end. */
    static String attributes(Attributes attributes) {
        return attributes == null
                ? "no attributes"
                : attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) == null ? "no peer" : "peer";
    }
}
