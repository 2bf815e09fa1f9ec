package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.Repository;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Spring Boot application in one JAR, whose libraries are JARs in that JAR. */
class SpringBootTest {
    @ParameterizedTest
    @EnumSource
    void itsCallsAreInterceptedAndItEndsWell(Java java, @TempDir Path folder) {
        String output = java.jvm()
                .agent(Greetings.recordingIn(folder))
                .runJar(Repository.file(
                        "integration-tests/containers/spring-boot-application/target/spring-boot-application.jar"))
                .expectSuccess();
        assertThat(output.lines().filter(line -> line.startsWith("application: ")))
                .containsExactly(
                        "application: parcel-1 delivered", "application: at the door", "application: context closed");
        assertThat(output.lines()
                        .filter(line -> line.startsWith(Recording.prefix("1.39.0")))
                        .map(line -> line.substring(Recording.prefix("1.39.0").length())))
                .containsOnlyOnce(
                        "instance 1",
                        "client start",
                        "workflow inbound execute, sent by start",
                        "workflow outbound executeActivity",
                        "activity inbound execute, sent by executeActivity",
                        "grpc client parcels.Tracking/WhereIs",
                        "grpc server parcels.Tracking/WhereIs, sent by parcels.Tracking/WhereIs");
        Greetings.assertNoComplaint(output);
    }
}
