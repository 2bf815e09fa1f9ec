package dev.heddle.benchmarks.codec;

import dev.heddle.benchmarks.Part;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.call.JmhFork;
import dev.heddle.benchmarks.report.Comparison;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Layout;
import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Section;
import dev.heddle.benchmarks.report.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** What it costs to encrypt payloads, beside the JDK's cipher called directly. */
public final class CodecBenchmarks implements Part {
    private static final List<Integer> SIZES = List.of(1 << 10, 1 << 16, 1 << 20);
    private static final List<String> WAYS = List.of("encode", "decode");
    private static final int ITERATIONS = 20;
    private static final double MOST = 1.2;
    private static final double OTHER_SECONDS = 1.5;

    private final Map<String, Map<String, Figures>> figures = new LinkedHashMap<>();
    private final Setting setting;

    public CodecBenchmarks(Setting setting) {
        this.setting = setting;
    }

    @Override
    public String name() {
        return "codec";
    }

    private int rounds() {
        return setting.form().pick(5, 1);
    }

    /** Until the JVM has compiled its cipher, of which large arrays make few calls. */
    private double warmupSeconds() {
        return setting.form().seconds(6, 2);
    }

    private double seconds() {
        return setting.form().seconds(1, 0.5);
    }

    @Override
    public double plannedSeconds() {
        int forks = SIZES.size() * WAYS.size() * Cryptor.values().length;
        return rounds() * forks * (warmupSeconds() + seconds() + OTHER_SECONDS);
    }

    @Override
    public List<Section> run() throws IOException {
        String[] heddle = jvmArguments();
        for (int round = 0; round < rounds(); round++) {
            for (int size : SIZES) {
                for (String way : WAYS) {
                    for (Cryptor cryptor : Cryptor.values()) {
                        of(way, size, cryptor).attempt(measured -> measure(way, size, cryptor, heddle, measured));
                    }
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        figures.forEach((what, arms) -> rows.add(new Row(
                what,
                arms,
                List.of(
                        new Comparison("heddle", "cipher", Limit.times(Unit.NANOSECONDS, MOST)),
                        new Comparison("heddle", "cipher", Limit.toldMore(Unit.BYTES))))));
        String method =
                "An array of bytes through the data converter, by JMH: %d rounds, one fork each. ".formatted(rounds())
                        + "\"cipher\" is the converter, and AES-256-GCM of the JDK called directly for the same bytes.";
        return List.of(new Section("Encrypting one payload", method, Layout.ARMS_ACROSS, rows));
    }

    private void measure(String way, int size, Cryptor cryptor, String[] heddle, Figures measured)
            throws RunnerException {
        JmhFork fork = new JmhFork(setting, "CodecCalls." + way)
                .parameter("cryptor", cryptor.name())
                .parameter("size", String.valueOf(size))
                .threads(1)
                .times(warmupSeconds(), seconds(), ITERATIONS)
                .jvm("-Xmx512m");
        if (cryptor == Cryptor.HEDDLE) {
            fork.jvm(heddle);
        }
        fork.run(measured);
    }

    private Figures of(String way, int size, Cryptor cryptor) {
        String what = way + " " + (size >> 10) + " KiB";
        return figures.computeIfAbsent(what, added -> new LinkedHashMap<>())
                .computeIfAbsent(cryptor.name().toLowerCase(Locale.ROOT), added -> new Figures());
    }

    /** With the extension as it ships, and a key. */
    private String[] jvmArguments() throws IOException {
        String jar = "heddle-extension-payload-codec.jar";
        Path folder = Files.createDirectories(setting.folder().resolve("codec"));
        Files.copy(
                setting.repository().resolve("extensions/payload-codec/target/" + jar),
                folder.resolve(jar),
                StandardCopyOption.REPLACE_EXISTING);
        FileAttribute<?> own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Path keys = Files.createTempDirectory(setting.folder(), "keys", own);
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Path key = Files.write(keys.resolve("key"), bytes);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String prefix = "-Dheddle.extension.payload-codec.";
        return new String[] {
            setting.heddle(folder), prefix + "keys.folder=" + keys, prefix + "key=key", prefix + "size.warn=0"
        };
    }
}
