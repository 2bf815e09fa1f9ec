package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a JVM and accounts for it. */
final class Launch {
    /** The shell's account of the processor time of a command, for the JVM's own would cost it some. */
    private static final List<String> TIMED = List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\"", "time");

    private static final Pattern CPU = Pattern.compile("cpu ([\\d.]+) ([\\d.]+)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private Launch() {}

    /** The command that runs one of this module's classes. */
    static List<String> command(List<String> options, String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static void measure(List<String> command, Figures figures) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(TIMED);
        timed.addAll(command);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command + " has failed:\n" + output);
        }
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
}
