package dev.heddle.test.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments, and what is said to people in quotes, name no class and no member that is there no more. */
class CommentsTest {
    /** A name of two words or more, as classes have, and maybe a member of it. */
    private static final Pattern POINTER =
            Pattern.compile("(?<![\\w.$/-])([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:[.#]([a-z]\\w*))?(?![\\w-])");

    /** A class that an example in a comment declares. */
    private static final Pattern EXAMPLE = Pattern.compile("\\bclass ([A-Z]\\w*)");

    /** What is written like a class and is none. */
    private static final Set<String> PRODUCTS =
            Set.of("ConfigMap", "OpenTelemetry", "OpenTracing", "RxJava", "TypeScript");

    @Test
    void everyPointerPointsSomewhere() throws IOException {
        List<Source> sources = Source.all();
        Set<String> known = new HashSet<>();
        for (Source source : sources) {
            known.addAll(source.code());
            source.prose().forEach(prose -> EXAMPLE.matcher(prose).results().forEach(name -> known.add(name.group(1))));
        }
        known.addAll(classNames());
        known.addAll(PRODUCTS);
        List<String> dead = new ArrayList<>();
        for (Source source : sources) {
            for (String prose : source.prose()) {
                boolean text = prose.startsWith("\"") || prose.startsWith("'");
                Matcher pointer = POINTER.matcher(prose);
                // Most texts are data; what one tells a reader to look up is a pointer.
                while ((!text || prose.contains("see ")) && pointer.find()) {
                    String member = pointer.group(2);
                    // A name that is data of the same file may be talked about.
                    boolean named =
                            known.contains(pointer.group(1)) || source.prose().contains('"' + pointer.group(1) + '"');
                    if (!named || member != null && !isKnown(member, known)) {
                        dead.add(source.file().getFileName() + ": " + pointer.group());
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    /** A member, or the ending of a file's name. */
    private static boolean isKnown(String member, Set<String> known) {
        return known.contains(member) || Set.of("java", "class", "md").contains(member);
    }

    /** The simple names of the classes of the JDK and of the class path. */
    private static Set<String> classNames() throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files =
                Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base"))) {
            files.forEach(file -> add(file.toString(), names));
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                try (JarFile jar = new JarFile(entry)) {
                    jar.stream().forEach(file -> add(file.getName(), names));
                }
            }
        }
        return names;
    }

    /** A nested class by its own name. */
    private static void add(String file, Set<String> names) {
        if (file.endsWith(".class")) {
            names.add(file.substring(0, file.length() - ".class".length()).replaceFirst(".*[/$]", ""));
        }
    }
}
