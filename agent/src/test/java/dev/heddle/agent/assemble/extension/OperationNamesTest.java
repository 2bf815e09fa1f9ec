package dev.heddle.agent.assemble.extension;

import static dev.heddle.api.Selector.ALL;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;
import static dev.heddle.api.Selector.INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Which names selectors may give, and what a mistyped one is answered. */
class OperationNamesTest {
    private static final Interceptor<Call> PASS = Call::proceed;
    private static final ClassLoader LOADER = OperationNamesTest.class.getClassLoader();

    static final Iterable<Category> CATEGORIES = Category.values();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            query       | in workflow inbound; did you mean handleQuery?
            handelQuery | in workflow inbound; did you mean handleQuery?
            start       | in workflow inbound; it is one of client
            star*       | in workflow inbound; known are execute, executeUpdate, handleQuery, handleSignal, validateUpdate
            validate    | in workflow inbound; did you mean validateUpdate?
            """)
    void aMistypedNameGetsTheNearest(String name, String answer) {
        assertThat(problem(WORKFLOW_INBOUND.only("execute", name)))
                .isEqualTo("no version of Temporal's SDK has an operation '" + name + "' " + answer);
        assertThat(problem(WORKFLOW_INBOUND.except(name))).endsWith(answer);
    }

    @Test
    void whatSomeVersionHasIsRight() {
        assertThat(problem(WORKFLOW_INBOUND.only("handle*").except("handleQuery")))
                .isNull();
        assertThat(problem(CLIENT.only("*Activit*"))).isNull();
        assertThat(problem(WORKFLOW_OUTBOUND)).isNull();
    }

    @Test
    void whatTheApplicationsSdkHasIsRightThoughNobodyKnewIt() {
        // A thread is no operation, but a method that the list does not have.
        assertThat(OperationNames.known(Category.WORKFLOW_OUTBOUND)).doesNotContain("newChildThread");
        assertThat(problem(WORKFLOW_OUTBOUND.only("newChildThread"))).isNull();
    }

    @Test
    void grpcMethodsAreNobodysToKnow() {
        assertThat(problem(GRPC_SERVER.only("orders.Orders/Place", "orders", "x*")))
                .isNull();
        assertThat(problem(ALL.only("orders.*", "orders.Orders/Place"))).isNull();
        assertThat(problem(INBOUND.only("strat"))).contains("'strat' in the selected categories");
    }

    @Test
    void aGuardIsRefusedAlsoIfItCatchesThat() {
        Registrations registrations = new Registrations(new ExtensionHealth("guard", true, 1), null, LOADER);
        assertThatThrownBy(() -> registrations.on(WORKFLOW_INBOUND.only("query"), PASS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean handleQuery?");
        assertThatThrownBy(registrations::close).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherExtensionInterceptsTheRest() {
        Registrations registrations = new Registrations(new ExtensionHealth("test", false, 1), null, LOADER);
        registrations.on(WORKFLOW_INBOUND.only("query", "handleSignal"), PASS);
        registrations.close();
        assertThat(registrations).hasToString("workflow inbound (query handleSignal)");
    }

    /** The page of versions says which operations were intercepted in one of them, the page of the API which this one has. */
    @ParameterizedTest
    @FieldSource("CATEGORIES")
    void theListIsThatOfTheDocumentation(Category category) throws IOException {
        Set<String> documented = new HashSet<>(ofCoverage(category));
        documented.addAll(ofApi(category));
        assertThat(OperationNames.known(category)).containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @FieldSource("CATEGORIES")
    void theInterfacesAreThoseOfTheAdapters(Category category) {
        assertThat(OperationNames.interfaces(category))
                .isEqualTo(Stream.of(SdkInterface.values())
                        .filter(each -> each.category() == category)
                        .map(SdkInterface::interfaceName)
                        .collect(toSet()));
    }

    private static String problem(Selector<?> calls) {
        return OperationNames.problem(calls, LOADER);
    }

    private static Set<String> ofCoverage(Category category) throws IOException {
        Set<String> names = new HashSet<>();
        String section = "";
        for (String line : Files.readAllLines(Path.of("../integration-tests/COVERAGE.md"))) {
            section = line.startsWith("#") ? line : section;
            Matcher row = Pattern.compile("\\| `(\\w+)` \\| ([^|]*)\\|.*").matcher(line);
            if (section.equals("### " + category)
                    && row.matches()
                    && !row.group(2).isBlank()) {
                names.add(row.group(1));
            }
        }
        return names;
    }

    private static Set<String> ofApi(Category category) throws IOException {
        String constant = category.name().toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
        return Files.readAllLines(Path.of("../agent-api/README.md")).stream()
                .filter(line -> line.startsWith("| `" + constant + "` |"))
                .flatMap(line -> Stream.of(line.split("\\|")[2].split("[*,\\s]+")))
                .filter(name -> !name.isEmpty() && !constant.startsWith("GRPC"))
                .collect(toSet());
    }
}
