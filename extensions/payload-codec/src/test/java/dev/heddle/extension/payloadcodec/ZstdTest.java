package dev.heddle.extension.payloadcodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Payload;
import dev.heddle.testing.temporal.FakePayload;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is compressed by zstd comes back, whoever has done it, and what is broken is refused. */
class ZstdTest {
    private static final Payload LONG = FakePayload.json("\"" + "long ".repeat(1000) + "\"");

    private final Compression compression = new Compression(CompressionFormat.ZSTD, 1024);

    private static Payload decompressed(byte[] data) {
        return Compression.decompress(CompressionFormat.ZSTD, FakePayload.of(CompressionFormat.ZSTD.encoding(), data));
    }

    @Test
    void itComesBack() {
        Payload compressed = compression.compress(LONG);
        assertThat(compressed.metadata("encoding")).isEqualTo("binary/zstd");
        assertThat(compressed.size()).isLessThan(LONG.size() / 10);
        assertThat(decompressed(compressed.data())).isEqualTo(LONG);
    }

    /** As those write it who do not know the length when they begin. */
    @Test
    void aFrameNeedNotSayHowLongItIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bytes)) {
            out.write(LONG.toByteArray());
        }
        assertThat(decompressed(bytes.toByteArray())).isEqualTo(LONG);
    }

    @Test
    void whatDoesNotBecomeSmallerStaysAsItIs() {
        byte[] random = new byte[5000];
        new Random(1).nextBytes(random);
        Payload noise = FakePayload.of("binary/plain", random);
        assertThat(compression.compress(noise)).isSameAs(noise);
    }

    @Test
    void everyTruncationIsNoticed() {
        byte[] data = compression.compress(LONG).data();
        for (int length = 0; length < data.length; length++) {
            byte[] truncated = Arrays.copyOf(data, length);
            assertThatThrownBy(() -> decompressed(truncated)).isInstanceOf(PayloadException.class);
        }
    }

    @Test
    void whateverComesIsReadOrRefused() {
        Random random = new Random(15);
        byte[] data = compression.compress(LONG).data();
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = data.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                decompressed(changed);
            } catch (PayloadException refused) {
                assertThat(refused).hasMessageNotContaining("long");
            }
        }
    }

    @Test
    void aBombDoesNotGoOff() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 130; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> decompressed(bomb.toByteArray())).hasMessageContaining("has more than");
        // A frame whose head claims 2^40 bytes.
        byte[] claim = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, (byte) 0xE0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0};
        assertThatThrownBy(() -> decompressed(claim)).hasMessageContaining("has more than");
    }
}
