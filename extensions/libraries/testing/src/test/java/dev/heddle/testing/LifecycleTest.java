package dev.heddle.testing;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** When sessions begin and end; the classes with tests here run inside these tests. */
class LifecycleTest {
    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    static final class AnAccident {
        @RegisterExtension
        final Heddle heddle = Heddle.with((interceptors, settings) -> interceptors.on(ACTIVITY_INBOUND, call -> {
                    throw new IllegalStateException("slipped");
                }))
                .named("slippery");

        @Test
        void contained() {
            assertThat(Greetings.greet(heddle, "Ada")).isEqualTo("hello Ada");
        }
    }

    @Test
    void anAccidentFailsTheTest() {
        run(AnAccident.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("contained"),
                                finishedWithFailure(
                                        message(text -> text.contains("slippery failed in activity inbound execute: "
                                                + "java.lang.IllegalStateException: slipped")))));
    }

    static final class NoRegistration {
        @RegisterExtension
        final Heddle heddle = Heddle.with((interceptors, settings) -> settings.get("limit", 1))
                .setting("limit", "many");

        @Test
        void leftOut() {
            assertThat(Greetings.greet(heddle, "Ada")).isEqualTo("hello Ada");
        }
    }

    @Test
    void aRegisterThatFailsFailsTheTest() {
        run(NoRegistration.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("leftOut"),
                                finishedWithFailure(message(text -> text.contains("failed in register")
                                        && text.contains("is 'many' and should be a whole number")))));
    }

    static final class Mistyped {
        @RegisterExtension
        final Heddle heddle = Heddle.with((interceptors, settings) -> interceptors.on(
                        ACTIVITY_INBOUND, call -> settings.get("later") == null ? call.proceed() : null))
                .setting("limt", "1")
                .setting("enabled", "true");

        @Test
        void asksForAnother() {
            assertThat(Greetings.greet(heddle, "Ada")).isEqualTo("hello Ada");
        }
    }

    @Test
    void aSettingThatNobodyKnowsFailsTheTest() {
        run(Mistyped.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("asksForAnother"),
                                finishedWithFailure(message(text -> text.contains(
                                        "the test has set what its extension does not ask for: [limt]")))));
    }

    static final class OfAClass {
        @RegisterExtension
        static final Heddle HEDDLE = Heddle.with((interceptors, settings) -> {});

        private static Calls calls;

        @BeforeAll
        static void start() {
            Greetings.greet(HEDDLE, "Ada");
            calls = HEDDLE.calls();
        }

        @Test
        void hasTheCallsOfBeforeAll() {
            assertThat(HEDDLE.calls().named("start")).isNotEmpty();
        }

        @Nested
        final class Inside {
            @Test
            void isOfTheSameSession() {
                assertThat(HEDDLE.calls().named("start")).isNotEmpty();
            }
        }

        @AfterAll
        static void end() {
            assertThat(calls.named("start")).hasSize(1);
        }
    }

    @Test
    void aStaticFieldHasOneSessionForItsClass() {
        run(OfAClass.class)
                .testEvents()
                .assertStatistics(events -> events.started(2).succeeded(2));
    }

    @Test
    void outsideOfATestThereIsNoSession() {
        Heddle heddle = Heddle.with((interceptors, settings) -> {});
        assertThatThrownBy(heddle::calls).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void extensionsHaveDifferentNames() {
        Heddle heddle = Heddle.with((interceptors, settings) -> {}).and((interceptors, settings) -> {});
        assertThatThrownBy(() -> heddle.named("test")).isInstanceOf(IllegalArgumentException.class);
    }

    static final class Later {
        @RegisterExtension
        final Heddle heddle = Heddle.with((interceptors, settings) -> {});

        @Test
        void addsBeforeTheFirstClient() {
            heddle.and((interceptors, settings) ->
                            interceptors.on(CLIENT.only("getResult"), call -> settings.get("answer")))
                    .setting("answer", "42");
            assertThat(Greetings.greet(heddle, "Ada")).isEqualTo("42");
        }

        @Test
        void addsAfterTheFirstClient() {
            Greetings.greet(heddle, "Ada");
            assertThatThrownBy(() -> heddle.setting("too", "late")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aTestMayAddExtensionsUntilTheFirstClientIsMade() {
        run(Later.class).testEvents().assertStatistics(events -> events.succeeded(2));
    }
}
