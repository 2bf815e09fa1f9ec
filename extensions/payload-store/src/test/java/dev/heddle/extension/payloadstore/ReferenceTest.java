package dev.heddle.extension.payloadstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.JsonFormat;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.sdk.v1.ExternalStorageReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** References are those of the SDKs. */
class ReferenceTest {
    private static final Reference REFERENCE =
            new Reference("aws.s3driver", Map.of("bucket", "b \"1\"", "key", "v0/d/sha256/00"));

    private static final ExternalStorageReference OF_THE_SDK = ExternalStorageReference.newBuilder()
            .setDriverName(REFERENCE.driver())
            .putAllClaimData(REFERENCE.claim())
            .build();

    @Test
    void theSdkReadsOurs() throws Exception {
        Payload payload = ReferencePayload.of(REFERENCE, 300_000);
        ExternalStorageReference.Builder read = ExternalStorageReference.newBuilder();
        JsonFormat.parser().merge(payload.getData().toStringUtf8(), read);
        assertThat(read.build()).isEqualTo(OF_THE_SDK);
        assertThat(payload.getMetadataMap().get("encoding").toStringUtf8()).isEqualTo("json/protobuf");
        assertThat(payload.getMetadataMap().get("messageType").toStringUtf8())
                .isEqualTo(ExternalStorageReference.getDescriptor().getFullName());
        assertThat(payload.getExternalPayloadsList())
                .singleElement()
                .satisfies(details -> assertThat(details.getSizeBytes()).isEqualTo(300_000));
        assertThat(ReferencePayload.is(payload)).isTrue();
    }

    @Test
    void weReadTheSdks() throws Exception {
        for (JsonFormat.Printer printer : List.of(
                JsonFormat.printer(),
                JsonFormat.printer().preservingProtoFieldNames(),
                JsonFormat.printer().omittingInsignificantWhitespace())) {
            assertThat(Reference.of(printer.print(OF_THE_SDK).getBytes(UTF_8))).isEqualTo(REFERENCE);
        }
        assertThat(Reference.of(REFERENCE.json())).isEqualTo(REFERENCE);
    }

    @Test
    void weReadThoseOfPreliminaryVersions() {
        String early =
                "{\"driver_name\":\"aws.s3driver\",\"driver_claim\":{\"claim_data\":{\"bucket\":\"b \\\"1\\\"\",\"key\":\"v0/d/sha256/00\"}}}";
        assertThat(Reference.of(early.getBytes(UTF_8))).isEqualTo(REFERENCE);
        assertThat(Reference.is("json/external-storage-reference", null)).isTrue();
    }

    @Test
    void whatIsNoneIsSaidToBeNone() {
        for (String none : List.of(
                "",
                "null",
                "7",
                "[]",
                "\"x\"",
                "{",
                "{\"driverName\":{}}",
                "{\"claimData\":7}",
                "{\"claimData\":{\"key\":{}}}",
                "{\"claimData\":{\"key\":null}}",
                "{\"driver_claim\":[]}",
                "[".repeat(60_000))) {
            assertThatThrownBy(() -> Reference.of(none.getBytes(UTF_8)))
                    .as(none)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be read");
        }
        assertThatThrownBy(() -> Reference.of(new byte[100_000]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("100000 bytes");
    }

    @Test
    void otherMessagesAreNone() {
        assertThat(Reference.is("json/protobuf", "temporal.api.common.v1.Payload"))
                .isFalse();
        assertThat(Reference.is("json/plain", Reference.MESSAGE_TYPE)).isFalse();
        assertThat(Reference.is(null, null)).isFalse();
    }
}
