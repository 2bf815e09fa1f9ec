package dev.heddle.agent.control;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the agent complains of in its log, which has a line for whatever is not as it should be. So nobody decides twice
 * what is worth one. Only for a JVM that runs nothing else. Thread-safe.
 */
final class Complaints {
    private static final Pattern LINE = Pattern.compile(".* (?:WARN|ERROR) heddle - (.*)");

    private final Set<String> added = new LinkedHashSet<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private Complaints() {}

    /** Hears from now on what is printed on this JVM's stderr, where the log goes. */
    static Complaints listen() {
        Complaints complaints = new Complaints();
        System.setErr(new PrintStream(complaints.tee(System.err), true, StandardCharsets.UTF_8));
        return complaints;
    }

    private OutputStream tee(PrintStream before) {
        return new FilterOutputStream(before) {
            @Override
            public void write(int octet) throws IOException {
                heard.write(octet);
                out.write(octet);
            }

            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                heard.write(octets, from, length);
                out.write(octets, from, length);
            }
        };
    }

    /** Adds one that the log does not have, for it is of nothing that the agent comes by in a JVM. */
    synchronized void add(String line) {
        added.add(line);
    }

    /** Each once: those that were added, then those of the log. */
    synchronized List<String> lines() {
        Set<String> lines = new LinkedHashSet<>(added);
        heard.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            Matcher complaint = LINE.matcher(line);
            if (complaint.matches()) {
                lines.add(complaint.group(1));
            }
        });
        return new ArrayList<>(lines);
    }
}
