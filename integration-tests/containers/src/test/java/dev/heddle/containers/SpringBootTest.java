package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import dev.heddle.harness.Repository;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Spring Boot application in one JAR, whose libraries are JARs in that JAR. */
class SpringBootTest {
    @ParameterizedTest(name = "on Java {0}")
    @ValueSource(ints = {17, 25})
    void itsCallsAreInterceptedAndItEndsWell(int java, @TempDir Path folder) {
        Optional<Path> home = Jdk.home(java);
        assumeThat(home).as("a Java %s beside this one", java).isPresent();
        String output = new ForkedJvm()
                .java(home.get())
                .agent(Greetings.recordingIn(folder))
                .runJar(Repository.file(
                        "integration-tests/containers/spring-boot-application/target/spring-boot-application.jar"))
                .expectSuccess();
        assertThat(output.lines().filter(line -> line.startsWith("application: ")))
                .containsExactly(
                        "application: parcel-1 delivered", "application: at the door", "application: context closed");
        assertThat(output.lines())
                .containsOnlyOnce(
                        "extension: instance 1 beside SDK 1.38.0",
                        "extension: client start",
                        "extension: workflow inbound execute, sent by start",
                        "extension: workflow outbound executeActivity",
                        "extension: activity inbound execute, sent by executeActivity",
                        "extension: grpc client parcels.Tracking/WhereIs",
                        "extension: grpc server parcels.Tracking/WhereIs, sent by parcels.Tracking/WhereIs");
        Greetings.assertNoComplaint(output);
    }
}
