package acme.library;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Reads, writes and connects in many ways. */
public final class Io {
    /** A file that is there. */
    public static final String FILE = file();

    private Io() {}

    private static String file() {
        try {
            Path file = Files.createTempFile("corpus", ".txt");
            file.toFile().deleteOnExit();
            return file.toString();
        } catch (java.io.IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    public static void stream() throws Exception {
        new FileInputStream(FILE).close();
    }

    public static void exists() {
        new File(FILE).exists();
    }

    public static void read() throws Exception {
        Files.readString(Path.of(FILE));
    }

    public static void present() {
        Files.exists(Path.of(FILE));
    }

    public static void write() throws Exception {
        new FileWriter(FILE).close();
    }

    public static void socket() throws Exception {
        new Socket().close();
    }

    public static void address() throws Exception {
        InetAddress.getByName("127.0.0.1");
    }

    public static void url() throws Exception {
        URI.create("file:" + FILE).toURL().openStream().close();
    }

    public static void http() {
        HttpClient.newHttpClient();
    }

    public static void jdbc() throws Exception {
        DriverManager.getConnection("jdbc:none");
    }

    public static void process() throws Exception {
        new ProcessBuilder("no such program").start();
    }

    public static void temporary() throws Exception {
        Files.delete(Files.createTempFile("corpus", ".txt"));
    }

    public static void list() {
        new File(FILE).getParentFile().list();
    }
}
