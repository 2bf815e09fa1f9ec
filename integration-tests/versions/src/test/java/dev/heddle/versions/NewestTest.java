package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code mvn -Pmatrix verify -Dnewest}: runs the samples with the newest releases that there are, prints what these have
 * that those of the last time had not, and writes that down in {@code newest.txt}. Fails if something is not intercepted
 * that is in the last version we know.
 */
class NewestTest {
    @TestFactory
    Stream<DynamicTest> newest() {
        return Library.RUN_NEWEST
                ? Stream.of(Library.values()).map(library -> dynamicTest(library.title(), () -> run(library)))
                : Stream.empty();
    }

    private static void run(Library library) throws Exception {
        String classPath = resolve(library, Library.NEWEST);
        String version = version(library, classPath);
        if (library.versions().contains(version) && !library.isFrom(library.last(), version)) {
            System.out.println(library.title() + ": the registry's index has none after " + version);
            run(library, library.last(), resolve(library, library.last()));
        } else {
            run(library, version, classPath);
        }
    }

    private static void run(Library library, String version, String classPath) throws Exception {
        Surface now = Surface.of(library, version, classPath);
        Surface before = Surface.read(library);
        System.out.println(now.comparedWith(before));
        now.write();
        Set<String> missed = missed(states(library, version, classPath));
        Set<String> known = missed(Page.read().of(library).states(library.last()));
        missed.forEach(operation -> System.out.println(library.title() + ' ' + version + " is not intercepted in "
                + operation + (known.contains(operation) ? ", as before" : "")));
        assertThat(known).as("what is not intercepted in " + version).containsAll(missed);
    }

    private static String resolve(Library library, String version) throws Exception {
        return library.classPaths(List.of(version)).get(version);
    }

    private static String version(Library library, String classPath) {
        Matcher jar =
                Pattern.compile(library.firstArtifact() + "-([\\d.]+)\\.jar").matcher(classPath);
        assertThat(jar.find()).as(classPath).isTrue();
        return jar.group(1);
    }

    private static Map<String, State> states(Library library, String version, String classPath) throws Exception {
        if (library == Library.GRPC) {
            return Samples.grpc(classPath, Setting.FIRST);
        }
        try (TemporalServers servers = new TemporalServers()) {
            OptionsTest.compare(classPath, servers.agreeableAddress());
            return Samples.temporal(servers, version, classPath, Setting.FIRST);
        }
    }

    private static Set<String> missed(Map<String, State> states) {
        Set<String> missed = new TreeSet<>();
        states.forEach((operation, state) -> {
            if (state == State.MISSED) {
                missed.add(operation);
            }
        });
        return missed;
    }
}
