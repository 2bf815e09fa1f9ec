package dev.heddle.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another JVM with the agent. What it has printed is the message of the failure if it does not do what it should. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final StringBuilder printed = new StringBuilder();

    Child(Flavour flavour, Class<?> program, String... arguments) throws IOException {
        Stream<String> command = Stream.of(
                System.getProperty("java.home") + "/bin/java",
                System.getProperty("test.agent"),
                "-Dtest.flavour=" + flavour,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        process = new ProcessBuilder(
                        Stream.concat(command, Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        output = process.inputReader();
    }

    /** Reads on to the line that begins with a word, and gives the number that follows. */
    int number(String word) throws IOException {
        Pattern pattern = Pattern.compile(word + " (\\d+)");
        for (String line; (line = output.readLine()) != null; ) {
            printed.append(line).append('\n');
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new AssertionError("ended without '" + word + "':\n" + printed);
    }

    /** Ends its input, which some programs take for their end. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    void expectSuccess() throws IOException, InterruptedException {
        output.lines().forEach(line -> printed.append(line).append('\n'));
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new AssertionError("did not end well:\n" + printed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
