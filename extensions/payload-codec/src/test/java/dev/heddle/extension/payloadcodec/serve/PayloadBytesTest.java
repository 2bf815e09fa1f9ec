package dev.heddle.extension.payloadcodec.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Payloads are read and written as protobuf does. */
class PayloadBytesTest {
    private static final long SEED = 15;

    private static Payload payload(Random random) {
        Payload.Builder payload = Payload.newBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            payload.putMetadata("é".repeat(random.nextInt(200)) + i, bytes(random, 300));
        }
        return payload.setData(bytes(random, 100_000)).build();
    }

    private static ByteString bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(3) == 0 ? 0 : random.nextInt(most)];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }

    @Test
    void whatOneWritesTheOtherReads() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            Payload payload = payload(random);
            ServedPayload read = PayloadBytes.read(payload.toByteArray());
            assertThat(read.bytes()).isEqualTo(payload.getData().toByteArray());
            assertThat(read.all()).hasSize(payload.getMetadataCount());
            assertThat(Payload.parseFrom(read.toByteArray())).isEqualTo(payload);
        }
    }

    @Test
    void whatALaterVersionHasBesidesIsPassedOver() {
        byte[] known = Payload.newBuilder()
                .setData(ByteString.copyFromUtf8("a"))
                .build()
                .toByteArray();
        byte[] more = {3 << 3, 5, 4 << 3 | 1, 0, 0, 0, 0, 0, 0, 0, 0, 5 << 3 | 5, 0, 0, 0, 0, 6 << 3 | 2, 1, 9};
        byte[] both = Arrays.copyOf(more, more.length + known.length);
        System.arraycopy(known, 0, both, more.length, known.length);
        assertThat(PayloadBytes.read(both).bytes()).containsExactly('a');
    }

    /** Whatever comes is a payload or refused, and nothing else happens. */
    @Test
    void whatIsNoneIsRefused() {
        Random random = new Random(SEED);
        byte[] whole = payload(random).toByteArray();
        for (int length = 1; length < Math.min(whole.length, 400); length++) {
            byte[] broken = Arrays.copyOf(whole, length);
            broken[random.nextInt(length)] = (byte) random.nextInt();
            try {
                PayloadBytes.read(broken);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessage("this is no payload");
            }
        }
        assertThatThrownBy(() -> PayloadBytes.read(new byte[] {10, 127})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PayloadBytes.read(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
