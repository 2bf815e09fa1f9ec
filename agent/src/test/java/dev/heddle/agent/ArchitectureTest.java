package dev.heddle.agent;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.junit.jupiter.api.Test;

/** The house: which package may know which, read from the class files. A new arrow is drawn here and in the package's page. */
class ArchitectureTest {
    private static final String ROOT = "dev.heddle.agent.";

    /** What each package may know besides itself, the API, the JDK and, next to a library, that library. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("bootstrap", Set.of()),
            Map.entry("log", Set.of()),
            Map.entry("settings", Set.of("log")),
            Map.entry("remote", Set.of()),
            Map.entry("status", Set.of()),
            Map.entry("cli", Set.of("bootstrap", "remote", "settings")),
            Map.entry("weave", Set.of("bootstrap", "log")),
            Map.entry("call", Set.of("log")),
            Map.entry("call.dropin", Set.of("call")),
            Map.entry("call.plugin", Set.of("call")),
            Map.entry("call.temporal", Set.of("log", "call")),
            Map.entry("call.temporal.payload", Set.of()),
            Map.entry("call.grpc", Set.of("log", "call")),
            Map.entry("call.grpc.client", Set.of("log", "call", "call.dropin", "call.grpc")),
            Map.entry("call.grpc.server", Set.of("log", "call", "call.dropin", "call.grpc")),
            Map.entry(
                    "assemble", Set.of("bootstrap", "log", "call", "call.dropin", "call.plugin", "assemble.extension")),
            Map.entry("assemble.trust", Set.of("log", "settings")),
            Map.entry(
                    "assemble.extension",
                    Set.of("bootstrap", "log", "settings", "call", "call.dropin", "call.plugin", "assemble.trust")),
            Map.entry(
                    "assemble.temporal",
                    Set.of(
                            "bootstrap",
                            "log",
                            "call",
                            "call.dropin",
                            "call.plugin",
                            "call.temporal",
                            "call.temporal.payload",
                            "assemble")),
            Map.entry(
                    "assemble.grpc",
                    Set.of(
                            "bootstrap",
                            "log",
                            "call",
                            "call.dropin",
                            "call.grpc",
                            "call.grpc.client",
                            "call.grpc.server",
                            "assemble")),
            Map.entry(
                    "control",
                    Set.of(
                            "bootstrap",
                            "log",
                            "settings",
                            "weave",
                            "assemble",
                            "assemble.extension",
                            "call",
                            "call.plugin",
                            "remote",
                            "status")),
            Map.entry("replay", Set.of("bootstrap", "control", "assemble", "status")),
            Map.entry("replay.grpc", Set.of("replay")),
            Map.entry("replay.temporal", Set.of("replay")));

    /** From a class to those that its class file names. */
    private static final Map<String, Set<String>> KNOWN = read();

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> known = new TreeMap<>();
        try {
            Path classes = Path.of(Class.forName(ROOT + "bootstrap.Hook")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".class")).toList()) {
                    ClassReader reader = new ClassReader(Files.readAllBytes(file));
                    String name = reader.getClassName().replace('/', '.');
                    if (name.startsWith(ROOT) && !name.endsWith(".package-info")) {
                        known.put(name, namesIn(reader));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ClassNotFoundException | URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return known;
    }

    private static Set<String> namesIn(ClassReader reader) {
        Set<String> names = new TreeSet<>();
        reader.accept(
                new ClassRemapper(new ClassWriter(0), new Remapper(Opcodes.ASM9) {
                    @Override
                    public String map(String internalName) {
                        names.add(internalName.replace('/', '.'));
                        return internalName;
                    }
                }),
                0);
        return names;
    }

    private static String room(String className) {
        return className.startsWith(ROOT) ? className.substring(ROOT.length(), className.lastIndexOf('.')) : "";
    }

    private static Set<String> rooms() {
        return KNOWN.keySet().stream().map(ArchitectureTest::room).collect(toCollection(TreeSet::new));
    }

    @Test
    void arrowsPointDown() {
        List<String> wrong = new ArrayList<>();
        KNOWN.forEach((from, names) -> names.stream()
                .filter(name -> name.startsWith(ROOT) && !room(name).equals(room(from)))
                .filter(name -> !MAY_KNOW.getOrDefault(room(from), Set.of()).contains(room(name)))
                .forEach(name -> wrong.add(from + " -> " + name)));
        assertThat(wrong).isEmpty();
        assertThat(rooms()).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
    }

    /** Their SLF4J is the application's. One class has to do with it: it hands on the logger that the SDK gives workflows. */
    @Test
    void noRoomNextToALibraryKnowsSlf4j() {
        assertThat(KNOWN.entrySet().stream()
                        .filter(each -> room(each.getKey()).matches(".*\\.(temporal|grpc).*"))
                        .filter(each -> each.getValue().stream().anyMatch(name -> name.startsWith("org.slf4j.")))
                        .map(each -> outermost(each.getKey())))
                .containsOnly(ROOT + "call.temporal.WorkflowLogger");
    }

    /** All else is loaded without a library, which the application may not have. */
    @Test
    void onlyTheRoomsNextToALibraryKnowIt() {
        assertThat(KNOWN.entrySet().stream()
                        .filter(each -> !room(each.getKey()).matches(".*\\.(temporal|grpc).*"))
                        .filter(each ->
                                each.getValue().stream().anyMatch(name -> name.matches("io\\.(temporal|grpc)\\..*"))))
                .isEmpty();
    }

    /** Who drives it comes by a socket of the file system; classes that could open another are known nowhere. */
    @Test
    void nothingListensOnANetwork() {
        Set<String> network = Set.of(
                "java.net.Socket",
                "java.net.ServerSocket",
                "java.net.DatagramSocket",
                "java.nio.channels.DatagramChannel",
                "java.nio.channels.AsynchronousServerSocketChannel");
        assertThat(KNOWN.entrySet().stream()
                        .filter(each -> each.getValue().stream()
                                .anyMatch(name -> network.contains(name) || name.startsWith("com.sun.net."))))
                .isEmpty();
        assertThat(KNOWN.entrySet().stream()
                        .filter(each -> each.getValue().contains("java.nio.channels.ServerSocketChannel")))
                .allSatisfy(each -> assertThat(each.getValue())
                        .contains("java.net.UnixDomainSocketAddress")
                        .doesNotContain("java.net.InetSocketAddress"));
    }

    @Test
    void everyRoomHasAPageWithItsDrawingAndItsLoader() {
        assertThat(rooms()).allSatisfy(room -> {
            Path page = Path.of("src/main/java", (ROOT + room).replace('.', '/'), "package-info.java");
            assertThat(page).content().contains("<pre>").containsIgnoringCase("loader");
        });
    }

    /** Counts a class with those nested in it as one. */
    @Test
    void noMoreThanThreeTypesKnowEachOtherInACircle() {
        Map<String, Set<String>> graph = new HashMap<>();
        KNOWN.forEach((from, names) -> names.stream()
                .filter(name ->
                        room(name).equals(room(from)) && !outermost(name).equals(outermost(from)))
                .forEach(name -> graph.computeIfAbsent(outermost(from), none -> new TreeSet<>())
                        .add(outermost(name))));
        Set<Set<String>> circles = new HashSet<>();
        for (String type : graph.keySet()) {
            Set<String> circle = new TreeSet<>();
            for (String other : reached(type, graph)) {
                if (reached(other, graph).contains(type)) {
                    circle.add(other);
                }
            }
            if (circle.size() > 3) {
                circles.add(circle);
            }
        }
        assertThat(circles).isEmpty();
    }

    /** One idea per file: half of them within 90 lines, nine of ten within 200, comments and all. */
    @Test
    void filesAreShort() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        for (String sources : List.of("src/main/java", "../agent-api/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(sources))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    lengths.add(Files.readAllLines(file).size());
                }
            }
        }
        Collections.sort(lengths);
        assertThat(lengths).hasSizeGreaterThan(100);
        assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(90);
        assertThat(lengths.get(lengths.size() * 9 / 10)).isLessThanOrEqualTo(200);
    }

    private static String outermost(String className) {
        return className.replaceFirst("\\$.*", "");
    }

    private static Set<String> reached(String from, Map<String, Set<String>> graph) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(graph.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                open.addAll(graph.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
