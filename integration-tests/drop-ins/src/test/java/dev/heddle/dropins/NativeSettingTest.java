package dev.heddle.dropins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The setting that says how an object is made of a class that no service file names. */
class NativeSettingTest {
    private static final String TAGGED = Tagged.class.getName();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        new ExtensionJarBuilder().with(Tagged.class).write(folder.resolve("tags-1.0.jar"));
    }

    private List<String> run(String settings) throws IOException {
        Path config = Files.writeString(folder.resolve("heddle.properties"), settings);
        return ForkedJvm.ofCustomer()
                .agent("config=" + config + ",extensions=" + folder)
                .run(EchoApplication.class.getName())
                .expectSuccess()
                .lines()
                .filter(line -> line.matches("(tagged|echo:) .*|.* heddle - .*"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            T                                           | tagged none
            T()                                         | tagged none
            T('a, (b')                                  | tagged a, (b
            T("c", 3)                                   | tagged c 3
            T($tag, PT2S, SECONDS, true)                | tagged by setting 2000 SECONDS true
            T.of('d').with(T.label('e', 'f', 'g'))      | tagged d efg
            T('h'), T('i')                              | tagged i
            """)
    void makesObjects(String setting, String said) throws IOException {
        String expression = setting.replaceAll("\\bT\\b", TAGGED.replace("$", "\\$"));
        assertThat(run("heddle.native=" + expression + "\nheddle.extension.tags.tag=by setting"))
                .contains(said, "echo: hi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            T('a'                 | has no ) at its character
            T('a                  | has no ' after its character
            T('a') T              | has no , at its character
            7                     | has no name at its character 1
            T('a', 'many')        | cannot be called with [a, many]; public are [
            T.label('e')          | gives a java.lang.String by
            T.nothing()           | gives null by
            T.none('a')           | public are none of that name
            T.fail()              | fail has failed: java.lang.IllegalStateException: on purpose at
            T($missing)           | asks for the setting heddle.extension.tags.missing, which nobody has made
            com.example.Absent    | names com.example.Absent, whose class is in no JAR of heddle.extensions
            """)
    void saysWhatIsWrongInOneLine(String setting, String reason) throws IOException {
        List<String> output = run("heddle.native=" + setting.replaceAll("\\bT\\b", TAGGED.replace("$", "\\$")));
        assertThat(output).contains("echo: hi").noneMatch(line -> line.startsWith("tagged "));
        assertThat(output)
                .filteredOn(line -> line.contains("ERROR heddle - ") && line.contains(reason))
                .hasSize(1);
    }

    /** What has no service file and is not named either is still told so. */
    @Test
    void whatNobodyNamesIsLeftOut() throws IOException {
        assertThat(run("")).anyMatch(line -> line.contains("tags-1.0.jar is left out: it has no META-INF/services/"));
    }
}
