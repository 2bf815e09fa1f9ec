package dev.heddle.dropins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Converters, codecs and plugins of the SDK's own types, dropped in as a shop has them. */
class ConvertingTest {
    private static final String CONVERTER = "io.temporal.common.converter.";

    @TempDir
    private Path folder;

    private List<String> run(ExtensionJarBuilder jar, String settings) {
        List<String> output = output(jar, settings, Application.class);
        assertThat(output).contains("hello world").noneMatch(line -> line.contains("ERROR heddle"));
        return output;
    }

    private List<String> output(ExtensionJarBuilder jar, String settings, Class<?> application, String... arguments) {
        jar.with(Converting.class).write(folder.resolve("shop.jar"));
        return ForkedJvm.ofCustomer()
                .agent("extensions=" + folder + settings)
                .run(application.getName(), arguments)
                .expectSuccess()
                .lines()
                .toList();
    }

    private static ExtensionJarBuilder service(String type, Class<?> implementation) {
        return new ExtensionJarBuilder().service(type, implementation);
    }

    @Test
    void aPayloadConverterConvertsWhatItKnowsOnBothSides() {
        assertThat(run(service(CONVERTER + "PayloadConverter", Converting.Texts.class), ""))
                .contains("drop-in: writes world", "drop-in: reads world", "drop-in: writes hello world");
    }

    @Test
    void aDataConverterStandsInTheSdksPlace() {
        assertThat(run(service(CONVERTER + "DataConverter", Converting.Whole.class), ""))
                .contains("drop-in: writes world", "drop-in: reads hello world");
    }

    @Test
    void aCodecEncodesWhatTheConverterMakes() {
        List<String> output = run(
                service("io.temporal.payload.codec.PayloadCodec", Converting.Reversing.class)
                        .service(CONVERTER + "PayloadConverter", Converting.Texts.class),
                "");
        assertThat(output).contains("drop-in: encodes", "drop-in: decodes", "drop-in: reads world");
    }

    private static ExtensionJarBuilder codec() {
        return service("io.temporal.payload.codec.PayloadCodec", Converting.Reversing.class);
    }

    /** Or else it would encode twice, what workers decode once. */
    @Test
    void aClientThatIsMadeWithTheOptionsOfAnotherEncodesOnce() {
        assertThat(output(codec(), "", ConvertingApplication.class))
                .contains("first: hello world", "second: hello world", "drop-in: encodes");
    }

    @Test
    void norDoesOneWhoseApplicationHasTheCodecItself() {
        assertThat(output(codec(), "", ConvertingApplication.class, "codec"))
                .contains("first: hello world", "its converter is CodecDataConverter of its own")
                .anyMatch(
                        line -> line.contains("Reversing") && line.contains("has registered one of that class itself"));
    }

    /** One for all its clients is the application's too, although it is of the SDK's class. */
    @Test
    void aConverterOfTheApplicationsStays() {
        assertThat(output(
                        service(CONVERTER + "PayloadConverter", Converting.Texts.class),
                        "",
                        ConvertingApplication.class,
                        "global"))
                .contains("first: hello world")
                .noneMatch(line -> line.contains("drop-in: writes"))
                .anyMatch(line -> line.contains("where there is a converter in the SDK's place already"));
    }

    @Test
    void aConverterThatNamesNoEncodingIsLeftOutAlone() {
        assertThat(output(
                        new ExtensionJarBuilder()
                                .entry(
                                        "META-INF/services/" + CONVERTER + "PayloadConverter",
                                        (Converting.Nameless.class.getName() + '\n' + Converting.Texts.class.getName())
                                                .getBytes()),
                        "",
                        ConvertingApplication.class))
                .contains("first: hello world", "drop-in: writes world")
                .anyMatch(line -> line.contains("no name today"));
    }

    @Test
    void ofAGuardNoClientIsMade() {
        assertThat(output(
                        service(CONVERTER + "PayloadConverter", Converting.Nameless.class),
                        ",extension.shop.guard=true",
                        ConvertingApplication.class,
                        "refused"))
                .anyMatch(
                        line -> line.startsWith("refused: java.lang.IllegalStateException: the guard shop has failed"));
    }

    private static ExtensionJarBuilder plugin() {
        return service("io.temporal.serviceclient.WorkflowServiceStubsPlugin", Converting.Plugged.class)
                .service("io.temporal.client.WorkflowClientPlugin", Converting.Plugged.class)
                .service("io.temporal.client.schedules.ScheduleClientPlugin", Converting.Plugged.class)
                .service("io.temporal.worker.WorkerPlugin", Converting.Plugged.class);
    }

    /** Although the SDK hands on the plugins of stubs to clients, and those of clients to workers. */
    @Test
    void aPluginOfTheSdksTypesIsAskedOnceOfEach() {
        List<String> output = run(plugin(), "");
        // The environment makes a client each time that it is asked for its client.
        assertThat(output).contains("drop-in: plugin of stubs", "drop-in: plugin of workflow client");
        assertThat(output)
                .filteredOn(line -> line.matches("drop-in: plugin of (worker|schedule).*"))
                .containsExactlyInAnyOrder(
                        "drop-in: plugin of worker factory",
                        "drop-in: plugin of worker greetings",
                        "drop-in: plugin of schedule client");
    }

    @Test
    void whatIsSwitchedOffIsNotAsked() {
        assertThat(run(plugin(), ",extension.shop.except=client"))
                .filteredOn(line -> line.startsWith("drop-in: "))
                .containsExactlyInAnyOrder("drop-in: plugin of worker factory", "drop-in: plugin of worker greetings");
    }
}
