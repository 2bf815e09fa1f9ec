package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OpenScopesTest {
    private static final Operation OPERATION = Operation.of(Category.WORKFLOW_INBOUND, "execute", true);

    private final List<String> steps = new ArrayList<>();
    private final ThreadLocal<OpenScopes> home = new ThreadLocal<>();
    private final OpenScopes scopes = new OpenScopes(home);

    private Scopes scope(String name, Scopes outer) {
        return scope(false, marking(name), outer);
    }

    private static Scopes scope(boolean guards, Supplier<AutoCloseable> opener, Scopes outer) {
        return new Scopes(new ExtensionHealth("test", guards, 10), OPERATION, opener, outer);
    }

    private Supplier<AutoCloseable> marking(String name) {
        return () -> {
            steps.add("+" + name);
            return () -> steps.add("-" + name);
        };
    }

    private String steps() {
        String all = String.join(" ", steps);
        steps.clear();
        return all;
    }

    @Test
    void whatTwoCallsHaveInCommonStaysOpen() {
        Scopes run = scope("run", null);
        Scopes signal = scope("signal", run);
        Scopes update = scope("deep", scope("update", run));
        assertThat(scopes.change(update)).isNull();
        assertThat(steps()).isEqualTo("+run +update +deep");
        assertThat(scopes.change(signal)).isSameAs(update);
        assertThat(steps()).isEqualTo("-deep -update +signal");
        assertThat(scopes.change(run)).isSameAs(signal);
        assertThat(steps()).isEqualTo("-signal");
        assertThat(scopes.change(scope("other", null))).isSameAs(run);
        assertThat(steps()).isEqualTo("-run +other");
    }

    @Test
    void furtherOnesAreOpenedInTheirOrder() {
        scopes.change(scope("run", null));
        Scopes before = scopes.add(scope("second", scope("first", null)));
        assertThat(steps()).isEqualTo("+run +first +second");
        scopes.change(before);
        assertThat(steps()).isEqualTo("-second -first");
    }

    @Test
    void nothingStaysOnTheThread() {
        scopes.change(scope("run", null));
        assertThat(home.get()).isSameAs(scopes);
        scopes.change(null);
        assertThat(home.get()).isNull();
        scopes.change(scope("run", null));
        assertThat(home.get()).as("for who comes back to it").isSameAs(scopes);
    }

    @Test
    void whatWasOpenIsOpenAgainWhereAGuardsScopeFails() {
        Scopes run = scope("run", null);
        scopes.change(scope("signal", run));
        Scopes failing = scope(
                true,
                () -> {
                    throw new IllegalStateException("an accident");
                },
                scope("update", run));
        steps.clear();
        assertThatThrownBy(() -> scopes.change(failing)).isInstanceOf(RefusedException.class);
        assertThat(steps()).isEqualTo("-signal +update -update +signal");
    }

    @Test
    void anAccidentLeavesTheOthers() {
        Scopes accident = scope(
                false,
                () -> {
                    throw new StackOverflowError();
                },
                scope("outer", null));
        Scopes nothing = scope(false, () -> null, accident);
        scopes.change(scope("inner", nothing));
        scopes.change(null);
        assertThat(steps()).isEqualTo("+outer +inner -inner -outer");
    }
}
