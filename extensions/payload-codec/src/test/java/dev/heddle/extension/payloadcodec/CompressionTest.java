package dev.heddle.extension.payloadcodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Payload;
import dev.heddle.testing.temporal.FakePayload;
import io.temporal.payload.codec.ZlibPayloadCodec;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** The SDK's own codec reads what is compressed here, and the other way round. */
class CompressionTest {
    private static final Payload LONG = FakePayload.json("\"" + "long ".repeat(1000) + "\"");

    private final Compression compression = new Compression(CompressionFormat.ZLIB, 1024);

    @Test
    void theSdkReadsIt() {
        Payload compressed = compression.compress(LONG);
        assertThat(compressed.size()).isLessThan(LONG.size() / 10);
        assertThat(new ZlibPayloadCodec().decode(List.of(((FakePayload) compressed).payload())))
                .containsExactly(((FakePayload) LONG).payload());
        assertThat(Compression.decompress(CompressionFormat.ZLIB, compressed)).isEqualTo(LONG);
    }

    @Test
    void theSdksIsRead() {
        var compressed = new ZlibPayloadCodec()
                .encode(List.of(((FakePayload) LONG).payload()))
                .get(0);
        assertThat(Compression.decompress(CompressionFormat.ZLIB, new FakePayload(compressed)))
                .isEqualTo(LONG);
    }

    @Test
    void whatIsShortOrDoesNotBecomeSmallerStaysAsItIs() {
        Payload shortOne = FakePayload.json("\"" + " ".repeat(900) + "\"");
        assertThat(compression.compress(shortOne)).isSameAs(shortOne);
        byte[] random = new byte[5000];
        new Random(1).nextBytes(random);
        Payload noise = FakePayload.of("binary/plain", random);
        assertThat(compression.compress(noise)).isSameAs(noise);
    }

    @Test
    void everyTruncationIsNoticed() {
        Payload compressed = compression.compress(LONG);
        for (int length = 0; length < compressed.data().length; length++) {
            Payload truncated =
                    FakePayload.of(CompressionFormat.ZLIB.encoding(), Arrays.copyOf(compressed.data(), length));
            assertThatThrownBy(() -> Compression.decompress(CompressionFormat.ZLIB, truncated))
                    .isInstanceOf(PayloadException.class);
        }
    }

    @Test
    void noiseIsNoPayload() {
        assertThatThrownBy(() -> Compression.decompress(
                        CompressionFormat.ZLIB,
                        FakePayload.of(CompressionFormat.ZLIB.encoding(), new byte[] {1, 2, 3})))
                .isInstanceOf(PayloadException.class);
    }

    @Test
    void aBombDoesNotGoOff() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 130; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> Compression.decompress(
                        CompressionFormat.ZLIB, FakePayload.of(CompressionFormat.ZLIB.encoding(), bomb.toByteArray())))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("has more than");
    }
}
