package dev.heddle.realserver.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** A build of an application of this module in which some lines are others. */
final class ChangedBuild {
    private final Path classes;

    ChangedBuild(Path classes) {
        this.classes = classes;
    }

    /** Compiles a class anew. */
    ChangedBuild change(String className, String lines, String others) throws IOException {
        Path original =
                Repository.file("integration-tests/real-server/src/test/java/" + className.replace('.', '/') + ".java");
        String source = Files.readString(original);
        assertThat(source).contains(lines);
        Path file = classes.resolve(original.getFileName());
        Files.writeString(file, source.replace(lines, others));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-nowarn",
                                "-proc:none",
                                "-cp",
                                ForkedJvm.customerClassPath(),
                                "-d",
                                classes.toString(),
                                file.toString()))
                .isZero();
        return this;
    }

    String classPath() {
        return classes + File.pathSeparator + ForkedJvm.customerClassPath();
    }
}
