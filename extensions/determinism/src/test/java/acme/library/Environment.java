package acme.library;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;

/** Asks the machine in many ways. */
public final class Environment {
    private Environment() {}

    public static void variable() {
        System.getenv("HOME");
    }

    public static void property() {
        System.getProperty("user.home");
    }

    public static void locale() {
        Locale.getDefault();
    }

    public static void timeZone() {
        TimeZone.getDefault();
    }

    public static void zone() {
        ZoneId.systemDefault();
    }

    public static void processors() {
        Runtime.getRuntime().availableProcessors();
    }

    public static void number() {
        Integer.getInteger("limit");
    }

    public static void charset() {
        Charset.defaultCharset();
    }

    public static void process() {
        ProcessHandle.current().pid();
    }

    public static void path() {
        Path.of("x").toAbsolutePath();
    }
}
