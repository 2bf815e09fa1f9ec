package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import org.junit.jupiter.api.Test;

/** The workflows of a Spring Boot application, whose classes are in a JAR with all others, do nothing that a replay would not. */
class DeterminismTest {
    @Test
    void itsWorkflowsAreClean() {
        String output = new ForkedJvm()
                .agent("extensions=" + Repository.extensionJar("determinism"))
                .runJar(Repository.file(
                        "integration-tests/containers/spring-boot-application/target/spring-boot-application.jar"))
                .expectSuccess();
        assertThat(output)
                .contains("application: parcel-1 delivered", "extension determinism: 0 places")
                .doesNotContain("WARN heddle", "ERROR heddle");
    }
}
