package dev.heddle.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.assemble.extension.RegisteredWatcher;
import dev.heddle.agent.weave.CodeTransformer;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no workflow's code passes, and what that takes. */
class CodeOfWorkflowsTest {
    private static final int CLASSES = 10_000;
    private static final int CLASSES_OF_A_JAR = 50;

    private record Application(ClassLoader application) implements WatchedApplication {
        @Override
        public List<RegisteredWatcher> codeWatchers() {
            return List.of();
        }
    }

    private final Application application = new Application(CodeOfWorkflowsTest.class.getClassLoader());
    private final CodeOfWorkflows code = new CodeOfWorkflows(application, () -> {});

    private static ProtectionDomain jar(int number) throws Exception {
        return new ProtectionDomain(
                new CodeSource(new URL("file:/lib/library-" + number + ".jar"), (Certificate[]) null), null);
    }

    @Test
    void placesAreThoseOfWorkflowsAndAreAskedAgainWhenThereAreMore() throws Exception {
        PlacesOfWorkflows places = new PlacesOfWorkflows();
        ProtectionDomain one = jar(1);
        ProtectionDomain another = jar(2);
        assertThat(places.have(one)).isFalse();
        assertThat(places.have(null)).isFalse();
        places.add(one);
        assertThat(places.have(one)).isTrue();
        assertThat(places.have(another)).isFalse();
        assertThat(places.have(one)).isTrue();
        assertThat(places.have(jar(1))).isTrue();
        places.add(another);
        assertThat(places.have(another)).isTrue();
        places.add(new ProtectionDomain(null, null));
        assertThat(places.have(new ProtectionDomain(null, null))).isFalse();
    }

    /** Prints the figures of the page of the extension determinism. They are this machine's, so nothing is asked of them. */
    @Test
    void aClassThatNoWorkflowUsesPasses() throws Exception {
        code.add(CodeOfWorkflowsTest.class);
        code.add(Test.class);
        // Nothing is added to or taken from a JVM here: the transformer is asked as the JVM asks it.
        CodeTransformer transformer = new CodeTransformer(null);
        transformer.scopes(List.of(code));
        List<String> names = new ArrayList<>();
        List<ProtectionDomain> jars = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            names.add("com/library/part" + i % 7 + "/SomeClassOfALibrary" + i);
            if (i % CLASSES_OF_A_JAR == 0) {
                jars.add(jar(i));
            }
        }
        var threads = ManagementFactory.getThreadMXBean();
        byte[] none = {};
        for (int from = 0; from < CLASSES; from += 1_000) {
            long begin = threads.getCurrentThreadCpuTime();
            for (int i = from; i < from + 1_000; i++) {
                assertNothing(transformer, names.get(i), jars.get(i / CLASSES_OF_A_JAR), none);
            }
            long nanos = threads.getCurrentThreadCpuTime() - begin;
            System.out.println(
                    "1,000 classes that no workflow uses, after " + from + ": " + nanos / 1_000 + " us of CPU");
        }
    }

    private void assertNothing(CodeTransformer transformer, String name, ProtectionDomain jar, byte[] file) {
        if (transformer.transform(null, application.application(), name, null, jar, file) != null) {
            throw new AssertionError(name);
        }
    }
}
