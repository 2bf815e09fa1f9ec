package dev.heddle.benchmarks;

import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Unit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a JVM and accounts for it: by the shell and the operating system, or by what it says itself. */
public final class Launch {
    /** This module's, which comes first, as a JAR, for an application has one. */
    public static final String CLASS_PATH = System.getProperty("java.class.path")
            .replaceFirst("/classes(?=" + File.pathSeparator + ")", "/benchmarks.jar");

    private static final String FIGURE = "figure ";
    private static final Pattern FIGURES = Pattern.compile("^" + FIGURE + "(\\w+) (\\S+)$", Pattern.MULTILINE);

    /** The shell's account of the processor time of a command, for the JVM's own would cost it some. */
    private static final List<String> TIMED = List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\"", "time");

    private static final Pattern CPU = Pattern.compile("^cpu ([\\d.]+) ([\\d.]+)$", Pattern.MULTILINE);
    private static final Pattern PEAK = Pattern.compile("^VmHWM:\\s+(\\d+) kB$", Pattern.MULTILINE);
    private static final int PATIENCE_SECONDS = 240;

    private Launch() {}

    /** The command that runs a class. */
    public static List<String> command(List<String> options, String classPath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath, main));
        command.addAll(arguments);
        return command;
    }

    /** The command that runs one of this module's classes. */
    public static List<String> command(List<String> options, Class<?> main, String... arguments) {
        return command(options, CLASS_PATH, main.getName(), List.of(arguments));
    }

    /** The command that runs a JAR. */
    public static List<String> commandOfJar(Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return command;
    }

    /** What a JVM takes from its start to its end. */
    public static void measureWhole(List<String> command, Figures figures) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(TIMED);
        timed.addAll(command);
        long begin = System.nanoTime();
        String output = run(timed);
        figures.add(Unit.SECONDS, (System.nanoTime() - begin) / 1e9);
        Matcher cpu = CPU.matcher(output);
        if (cpu.find()) {
            figures.add(Unit.CPU_SECONDS, Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2)));
        }
        Matcher peak = PEAK.matcher(output);
        if (peak.find()) {
            figures.add(Unit.MEBIBYTES, Double.parseDouble(peak.group(1)) / 1024);
        }
    }

    /** What a JVM says with {@link #say}. */
    public static void measureSaid(List<String> command, Figures figures) throws IOException, InterruptedException {
        Matcher said = FIGURES.matcher(run(command));
        while (said.find()) {
            figures.add(Unit.valueOf(said.group(1)), Double.parseDouble(said.group(2)));
        }
    }

    /** In such a JVM. */
    public static void say(Unit unit, double value) {
        System.out.println(FIGURE + unit.name() + " " + value);
    }

    /** Runs it to its end and returns what it printed. */
    public static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        CompletableFuture<Boolean> late =
                new CompletableFuture<Boolean>().completeOnTimeout(true, PATIENCE_SECONDS, TimeUnit.SECONDS);
        late.thenRun(() -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        String output = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        if (!late.cancel(false) && late.isDone()) {
            throw new IOException("did not end in " + PATIENCE_SECONDS + " s: " + last(output));
        }
        if (code != 0) {
            System.err.println(String.join(" ", command) + " ended with " + code + ":\n" + output);
            throw new IOException("ended with " + code + ": " + last(output));
        }
        return output;
    }

    private static String last(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((one, next) -> next)
                .orElse("no output");
    }
}
