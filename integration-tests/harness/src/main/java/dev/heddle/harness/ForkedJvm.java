package dev.heddle.harness;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM of its own, as an operator starts it, but for the compiler that pays only in a JVM which runs for long: see
 * {@link #optimizing}. What it prints, on both streams, is the message of the failure if it does not do what is expected.
 */
public final class ForkedJvm {
    /** Up to the next setting. */
    private static final Pattern EXTENSIONS = Pattern.compile("(?:^|,)extensions=([^=]*)(?=,|$)");

    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String classPath = System.getProperty("java.class.path");
    private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private Duration patience = Duration.ofMinutes(5);
    private boolean optimizing;

    /** What a JVM printed and how it ended. */
    public record Result(int exitCode, String output) {
        /** The output, of a JVM that has ended well. */
        public String expectSuccess() {
            if (exitCode != 0) {
                throw new AssertionError("the JVM ended with " + exitCode + " and printed:\n" + output);
            }
            return output;
        }
    }

    /** A JVM as a customer starts it: with the class path of the tests, and nothing of Heddle in it. */
    public static ForkedJvm ofCustomer() {
        return new ForkedJvm().classPath(customerClassPath());
    }

    /** The class path of the tests without what is Heddle's. */
    public static String customerClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(
                        ".*/(heddle|byte-buddy)-[^/]*\\.jar|.*/(agent|agent-api|harness)/target/classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** An option of the JVM; the settings that it names are made writable for nobody else. */
    public ForkedJvm option(String option) {
        Path settings = Path.of(option.replaceFirst("-Dheddle\\.config=", ""));
        if (option.startsWith("-Dheddle.config=") && Files.isRegularFile(settings)) {
            Rights.close(settings.toAbsolutePath());
        }
        options.add(option);
        return this;
    }

    /** The agent as it ships; the extensions that its argument names are made writable for nobody else. */
    public ForkedJvm agent(String argument) {
        Matcher named = EXTENSIONS.matcher(argument);
        if (named.find()) {
            for (String place : named.group(1).split(",")) {
                Path path = Path.of(place);
                // Not a device or /tmp itself.
                if (!place.isBlank() && (Files.isDirectory(path) || Files.isRegularFile(path))) {
                    Rights.close(path.toAbsolutePath());
                }
            }
        }
        return option("-javaagent:" + Repository.agentJar() + (argument.isEmpty() ? "" : "=" + argument));
    }

    /** A variable, or with {@code null} none of this name. */
    public ForkedJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Another class path than the test's. */
    public ForkedJvm classPath(String path) {
        classPath = path;
        return this;
    }

    /** Another JDK than the test's. */
    public ForkedJvm java(Path home) {
        java = home.resolve("bin").resolve("java");
        return this;
    }

    /** With all compilers, for what is measured or runs for long; the second takes a third of a short run's processor time. */
    public ForkedJvm optimizing() {
        optimizing = true;
        return this;
    }

    /** How long {@link #run} waits for the end: five minutes unless said otherwise. */
    public ForkedJvm patience(Duration duration) {
        patience = duration;
        return this;
    }

    /** Runs a main class to its end. A JVM that does not end in time is killed, and the test fails. */
    public Result run(String mainClass, String... arguments) {
        return resultOf(start(mainClass, arguments));
    }

    /** Runs a JAR that names its main class, with no other class path. */
    public Result runJar(Path jar, String... arguments) {
        return resultOf(startJar(jar, arguments));
    }

    /** Runs a main class of a named module, as {@code module/class}, with no class path. */
    public Result runModule(String modulePath, String mainClass, String... arguments) {
        return resultOf(start(List.of("-p", modulePath, "-m", mainClass), arguments));
    }

    private Result resultOf(Process process) {
        CompletableFuture<Boolean> late =
                new CompletableFuture<Boolean>().completeOnTimeout(true, patience.toSeconds(), TimeUnit.SECONDS);
        // What it prints is read until it ends, so that it never waits for a reader.
        late.thenRun(process::destroyForcibly);
        try (InputStream in = process.getInputStream()) {
            String output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (late.isDone()) {
                throw new AssertionError("the JVM did not end in " + patience + " and printed:\n" + output);
            }
            return new Result(exitCode, output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } finally {
            late.cancel(false);
            process.destroyForcibly();
        }
    }

    /** Starts a main class; the two output streams are one. */
    public Process start(String mainClass, String... arguments) {
        return start(List.of("-cp", classPath, mainClass), arguments);
    }

    /** The same of a JAR that names its main class, with no other class path. */
    public Process startJar(Path jar, String... arguments) {
        return start(List.of("-jar", jar.toString()), arguments);
    }

    private Process start(List<String> application, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        if (!optimizing) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(options);
        command.addAll(application);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // What a JVM says of these would stand in what it prints.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        environment.forEach((name, value) -> builder.environment().compute(name, (same, before) -> value));
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads on until a line contains the text. */
    public static String await(BufferedReader output, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line; (line = output.readLine()) != null; ) {
            read.append(line).append('\n');
            if (line.contains(text)) {
                return read.toString();
            }
        }
        throw new AssertionError("the JVM ended before it printed '" + text + "':\n" + read);
    }

    /** The output of a process, to be read line by line. */
    public static BufferedReader outputOf(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
