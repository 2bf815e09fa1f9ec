package dev.heddle.interop;

import dev.heddle.harness.ForkedJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another JVM with the agent. Its string is what it has printed, for the message of a failure. */
final class Child implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 2;
    private static final String END = "(end of output)";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuffer printed = new StringBuffer();

    Child(Flavour flavour, Class<?> program, String... arguments) {
        process = new ForkedJvm()
                .option(System.getProperty("test.agent"))
                .option("-Dtest.flavour=" + flavour)
                .start(program.getName(), arguments);
        Thread reader = new Thread(this::read, "output of " + program.getSimpleName());
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line; (line = output.readLine()) != null; ) {
                printed.append(line).append('\n');
                lines.add(line);
            }
        } catch (IOException failure) {
            printed.append(failure);
        }
        lines.add(END);
    }

    /** Waits for the line that consists of a word and a number, and gives the number. */
    int number(String word) throws InterruptedException {
        Pattern pattern = Pattern.compile(word + " (\\d+)");
        for (String line; (line = lines.poll(PATIENCE_MINUTES, TimeUnit.MINUTES)) != null && !line.equals(END); ) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new AssertionError("no '" + word + "' from\n" + this);
    }

    /** Ends its input, which some programs take for their end. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("no end of\n" + this);
        }
        return process.exitValue();
    }

    @Override
    public String toString() {
        return printed.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
