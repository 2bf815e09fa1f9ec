package acme.corpus;

import acme.library.Environment;
import acme.library.Reflection;
import io.temporal.workflow.Workflow;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What differs from machine to machine. */
final class EnvironmentKinds {
    private EnvironmentKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "environment",
                        "System.getenv",
                        () -> System.getenv("HOME"),
                        Environment::variable,
                        () -> {
                            UnaryOperator<String> variables = System::getenv;
                            variables.apply("HOME");
                        },
                        () -> Workflow.sideEffect(String.class, () -> System.getenv("HOME"))),
                new Kind(
                        "environment",
                        "System.getProperty",
                        () -> System.getProperty("user.home"),
                        Environment::property,
                        () -> Reflection.call(System.class, "getProperty", String.class, "user.home"),
                        () -> System.lineSeparator()),
                new Kind(
                        "environment",
                        "Locale.getDefault",
                        () -> Locale.getDefault(),
                        Environment::locale,
                        () -> {
                            Supplier<Locale> locales = Locale::getDefault;
                            locales.get();
                        },
                        () -> "X".toLowerCase(Locale.ROOT)),
                new Kind(
                        "environment",
                        "TimeZone.getDefault",
                        () -> TimeZone.getDefault(),
                        Environment::timeZone,
                        () -> Reflection.call("java.util.TimeZone", "getDefault"),
                        () -> TimeZone.getTimeZone("UTC")),
                new Kind(
                        "environment",
                        "ZoneId.systemDefault",
                        () -> ZoneId.systemDefault(),
                        Environment::zone,
                        () -> Reflection.handle(ZoneId.class, "systemDefault", ZoneId.class)
                                .invoke(),
                        () -> ZoneId.of("Europe/Berlin")),
                new Kind(
                        "environment",
                        "availableProcessors",
                        () -> Runtime.getRuntime().availableProcessors(),
                        Environment::processors,
                        () -> {
                            IntSupplier processors = Runtime.getRuntime()::availableProcessors;
                            processors.getAsInt();
                        },
                        () -> Runtime.version()),
                new Kind(
                        "environment",
                        "Integer.getInteger",
                        () -> Integer.getInteger("limit"),
                        Environment::number,
                        () -> {
                            Function<String, Integer> numbers = Integer::getInteger;
                            numbers.apply("limit");
                        },
                        () -> Integer.parseInt("1")),
                new Kind(
                        "environment",
                        "Charset.defaultCharset",
                        () -> Charset.defaultCharset(),
                        Environment::charset,
                        () -> Reflection.call("java.nio.charset.Charset", "defaultCharset"),
                        () -> "x".getBytes(StandardCharsets.UTF_8)),
                new Kind(
                        "environment",
                        "ProcessHandle",
                        () -> ProcessHandle.current().pid(),
                        Environment::process,
                        () -> Reflection.call("java.lang.ProcessHandle", "current"),
                        () -> Workflow.getInfo().getRunId()),
                new Kind(
                        "environment",
                        "Path.toAbsolutePath",
                        () -> Path.of("x").toAbsolutePath(),
                        Environment::path,
                        () -> {
                            UnaryOperator<Path> absolute = Path::toAbsolutePath;
                            absolute.apply(Path.of("x"));
                        },
                        () -> Path.of("x").toString()));
    }
}
