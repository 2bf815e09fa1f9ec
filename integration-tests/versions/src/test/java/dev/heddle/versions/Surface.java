package dev.heddle.versions;

import dev.heddle.harness.Repository;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a library concerns Heddle, as lines of text: the methods of the interfaces that it stands in front of, the
 * getters of options, and the methods by which an application gets clients, workers, channels and servers.
 */
final class Surface {
    private static final Path FILE = Repository.file("integration-tests/versions/newest.txt");

    private final Library library;
    private final String version;
    private final Set<String> lines;

    private Surface(Library library, String version, Set<String> lines) {
        this.library = library;
        this.version = version;
        this.lines = lines;
    }

    /** A kind of classes, and which of their methods matter. */
    private enum Kind {
        INTERCEPTOR(
                "io/temporal/common/interceptors/\\w+Interceptor|io/temporal/activity/\\w*(Context|CompletionClient)"
                        + "|io/temporal/client/ActivityCompletionClient",
                "io/grpc/(Client|Server)(Interceptor|Call|Call\\$Listener)|io/grpc/ServerCallHandler",
                ".*"),
        OPTION("io/temporal/(?!internal/|api/|shaded/)[\\w/]+Options", "io/grpc/CallOptions", "(get|is|with)[A-Z]\\w*"),
        ENTRY(
                "io/temporal/(?!internal/|api/|shaded/)[\\w/]+(?<!Options)",
                "io/grpc/(netty/|inprocess/)?(Grpc|\\w+(Channel|Server)Builder)",
                "newInstance|newWorker|new\\w*Stubs|new(Channel|Server)Builder\\w*|for(Address|Target|Port|Name)");

        private final Map<Library, Pattern> classes;
        private final Pattern methods;

        Kind(String ofTemporal, String ofGrpc, String methods) {
            this.classes = Map.of(Library.TEMPORAL, classes(ofTemporal), Library.GRPC, classes(ofGrpc));
            this.methods = Pattern.compile(methods);
        }

        private static Pattern classes(String names) {
            return Pattern.compile("(" + names + ")\\.class");
        }
    }

    /** What is on a class path. */
    static Surface of(Library library, String version, String classPath) throws IOException {
        Set<String> lines = new TreeSet<>();
        List<URL> urls = new ArrayList<>();
        for (String file : classPath.split(File.pathSeparator)) {
            urls.add(Path.of(file).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (String file : classPath.split(File.pathSeparator)) {
                try (JarFile jar = new JarFile(file)) {
                    jar.stream().forEach(entry -> add(library, entry.getName(), loader, lines));
                }
            }
        }
        return new Surface(library, version, lines);
    }

    private static void add(Library library, String entry, ClassLoader loader, Set<String> lines) {
        for (Kind kind : Kind.values()) {
            if (kind.classes.get(library).matcher(entry).matches()) {
                String name =
                        entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
                try {
                    Class<?> type = loader.loadClass(name);
                    methods(type, kind)
                            .forEach(method ->
                                    lines.add(kind.name().toLowerCase(Locale.ROOT) + ' ' + name + '.' + method));
                } catch (ClassNotFoundException | LinkageError ofWhatIsNotThere) {
                    // It needs a library that an application brings along if it uses this.
                }
            }
        }
    }

    private static Stream<String> methods(Class<?> type, Kind kind) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return Stream.empty();
        }
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(method -> kind.methods.matcher(method).matches());
    }

    /** What the last run has written down. */
    static Surface read(Library library) throws IOException {
        String title = library.title() + ' ';
        List<String> all = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        Set<String> lines = new TreeSet<>();
        String version = "nothing";
        boolean own = false;
        for (String line : all) {
            if (!line.startsWith(" ")) {
                own = line.startsWith(title);
                version = own ? line.substring(title.length()) : version;
            } else if (own) {
                lines.add(line.strip());
            }
        }
        return new Surface(library, version, lines);
    }

    /** Writes it down in the place of what was there of this library. */
    void write() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Library each : Library.values()) {
            Surface surface = each == library ? this : read(each);
            text.append(each.title()).append(' ').append(surface.version).append('\n');
            surface.lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        Files.writeString(FILE, text);
    }

    /** What it has that another had not, and the other way round. */
    String comparedWith(Surface before) {
        StringBuilder text = new StringBuilder(library.title() + ' ' + version + ", the last time " + before.version);
        Set<String> added = new TreeSet<>(lines);
        added.removeAll(before.lines);
        added.forEach(line -> text.append("\n  new: ").append(line));
        Set<String> removed = new TreeSet<>(before.lines);
        removed.removeAll(lines);
        removed.forEach(line -> text.append("\n  gone: ").append(line));
        return text.append(added.isEmpty() && removed.isEmpty() ? "\n  nothing new" : "")
                .toString();
    }
}
