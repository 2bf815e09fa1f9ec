package dev.heddle.extension.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentTextTest {
    public record Card(String number, String cvc, LocalDate until) {}

    public static final class Order {
        public final int amount = 3;
        private final Card card = new Card("4111", "123", LocalDate.EPOCH);

        public Card getCard() {
            return card;
        }

        public boolean isFast() {
            return true;
        }

        public String getPasswordHint() {
            return "cat";
        }

        public String getLazy() {
            throw new IllegalStateException("the session is closed");
        }

        public Order getSelf() {
            return this;
        }
    }

    private static String text(List<String> redact, Object... arguments) {
        return new ArgumentText(new Redaction(redact), 600).of(Arrays.asList(arguments));
    }

    @Test
    void whatIsCalledLikeASecretIsHidden() {
        assertThat(text(List.of(), Map.of("apiToken", "t"), Map.of("user", "ada")))
                .isEqualTo("[{\"apiToken\":\"<redacted>\"},{\"user\":\"ada\"}]");
        assertThat(text(List.of(), new Card("4111", "123", LocalDate.EPOCH)))
                .isEqualTo("[{\"number\":\"4111\",\"cvc\":\"<redacted>\",\"until\":\"1970-01-01\"}]");
    }

    @Test
    void aPathHidesWhatStandsThere() {
        Map<String, Object> order = Map.of("card", new Card("4111", "123", null));
        assertThat(text(List.of("0.card.number"), order, order))
                .contains("\"number\":\"<redacted>\"")
                .containsOnlyOnce("4111");
        assertThat(text(List.of("*.card.number"), order, order)).doesNotContain("4111");
        assertThat(text(List.of("0.*.number"), List.of(order, order))).contains("4111");
        assertThat(text(List.of("0.*.card.NUMBER"), List.of(order, order))).doesNotContain("4111");
        assertThat(text(List.of("card"), List.of(order))).isEqualTo("[[{\"card\":\"<redacted>\"}]]");
        assertThat(text(List.of("0"), "4111", "visa")).isEqualTo("[\"<redacted>\",\"visa\"]");
    }

    @Test
    void anObjectShowsWhatItsGettersShowAndBreaksNothing() {
        assertThat(text(List.of(), new Order()))
                .contains(
                        "\"amount\":3", "\"fast\":true", "\"lazy\":\"<IllegalStateException>\"", "\"number\":\"4111\"")
                .doesNotContain("cat", "\"123\"")
                .hasSizeLessThan(610);
    }

    @Test
    void aMessageOfProtobufShowsItsFields() {
        assertThat(text(
                        List.of("run_id"),
                        WorkflowExecution.newBuilder()
                                .setWorkflowId("w")
                                .setRunId("r")
                                .build()))
                .isEqualTo("[{\"workflow_id\":\"w\",\"run_id\":\"<redacted>\"}]");
        assertThat(text(
                        List.of(),
                        Payload.newBuilder()
                                .setData(ByteString.copyFromUtf8("four"))
                                .build()))
                .isEqualTo("[{\"data\":\"4 bytes\"}]");
    }

    @Test
    void theOrdinaryThings() {
        assertThat(text(
                        List.of(),
                        null,
                        true,
                        1.5,
                        'c',
                        Thread.State.NEW,
                        Optional.of(1),
                        new int[] {1, 2},
                        new byte[9]))
                .isEqualTo("[null,true,1.5,\"c\",\"NEW\",1,[1,2],\"9 bytes\"]");
    }

    @Test
    void whatHasNoEndEnds() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThat(text(List.of(), endless)).hasSizeLessThan(100);
        assertThat(text(List.of(), Collections.nCopies(1_000_000, "x"))).hasSizeLessThan(610);
        assertThat(text(List.of(), new int[10_000_000])).hasSizeLessThan(610);
    }
}
