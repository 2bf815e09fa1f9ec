package acme.corpus;

import acme.library.Io;
import acme.library.Reflection;
import io.temporal.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Files, sockets, processes, databases. */
final class IoKinds {
    private IoKinds() {}

    /** Opens something. */
    private interface Open {
        AutoCloseable open(String name) throws Exception;
    }

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "io",
                        "FileInputStream",
                        () -> new FileInputStream(Io.FILE).close(),
                        Io::stream,
                        () -> {
                            Open open = FileInputStream::new;
                            open.open(Io.FILE).close();
                        },
                        () -> new ByteArrayInputStream(new byte[] {1}).read()),
                new Kind(
                        "io",
                        "File.exists",
                        () -> new File(Io.FILE).exists(),
                        Io::exists,
                        () -> Reflection.call(new File(Io.FILE), "exists"),
                        () -> new File(Io.FILE).getName()),
                new Kind(
                        "io",
                        "Files.readString",
                        () -> Files.readString(Path.of(Io.FILE)),
                        Io::read,
                        () -> Reflection.call(Files.class, "readString", Path.class, Path.of(Io.FILE)),
                        () -> Path.of(Io.FILE).getFileName()),
                new Kind(
                        "io",
                        "Files.exists",
                        () -> Files.exists(Path.of(Io.FILE)),
                        Io::present,
                        () -> {
                            Predicate<Path> exists = Files::isRegularFile;
                            exists.test(Path.of(Io.FILE));
                        },
                        () -> Path.of(Io.FILE).resolve("x").normalize()),
                new Kind(
                        "io",
                        "FileWriter",
                        () -> new FileWriter(Io.FILE).close(),
                        Io::write,
                        () -> {
                            Open open = FileWriter::new;
                            open.open(Io.FILE).close();
                        },
                        () -> new StringWriter().write("x")),
                new Kind(
                        "io",
                        "Socket",
                        () -> new Socket().close(),
                        Io::socket,
                        () -> Reflection.make("java.net.Socket"),
                        () -> InetSocketAddress.createUnresolved("nowhere", 1)),
                new Kind(
                        "io",
                        "InetAddress.getByName",
                        () -> InetAddress.getByName("127.0.0.1"),
                        Io::address,
                        () -> Reflection.call(InetAddress.class, "getByName", String.class, "127.0.0.1"),
                        () -> InetAddress.getLoopbackAddress().getHostAddress()),
                new Kind(
                        "io",
                        "URL.openStream",
                        () -> URI.create("file:" + Io.FILE).toURL().openStream().close(),
                        Io::url,
                        () -> {
                            Callable<AutoCloseable> open =
                                    URI.create("file:" + Io.FILE).toURL()::openStream;
                            open.call().close();
                        },
                        () -> URI.create("file:" + Io.FILE).toURL().getPath()),
                new Kind(
                        "io",
                        "HttpClient",
                        () -> HttpClient.newHttpClient(),
                        Io::http,
                        () -> {
                            Supplier<HttpClient> clients = HttpClient::newHttpClient;
                            clients.get();
                        },
                        () -> HttpRequest.newBuilder(URI.create("http://nowhere"))
                                .build()),
                new Kind(
                        "io",
                        "JDBC",
                        () -> DriverManager.getConnection("jdbc:none"),
                        Io::jdbc,
                        () -> {
                            Open open = DriverManager::getConnection;
                            open.open("jdbc:none").close();
                        },
                        () -> Timestamp.from(java.time.Instant.EPOCH)),
                new Kind(
                        "io",
                        "a process",
                        () -> new ProcessBuilder("no such program").start(),
                        Io::process,
                        () -> Reflection.call(new ProcessBuilder("no such program"), "start"),
                        () -> new ProcessBuilder("no such program").command()),
                new Kind(
                        "io",
                        "a temporary file",
                        () -> Files.delete(Files.createTempFile("corpus", ".txt")),
                        Io::temporary,
                        () -> {
                            Kind.Code lambda =
                                    () -> File.createTempFile("corpus", ".txt").delete();
                            lambda.run();
                        },
                        () -> Workflow.sideEffect(Boolean.class, () -> new File(Io.FILE).exists())),
                new Kind(
                        "io",
                        "File.list",
                        () -> new File(Io.FILE).getParentFile().list(),
                        Io::list,
                        () -> {
                            Supplier<String[]> list = new File(Io.FILE).getParentFile()::list;
                            list.get();
                        },
                        () -> new Scanner("x").next()));
    }
}
