package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers as gRPC carries them. */
class MetadataHeadersTest {
    private final Metadata metadata = new Metadata();
    private final MetadataHeaders headers = new MetadataHeaders(metadata, true);

    private String text(String name) {
        return metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }

    private byte[] bytes(String name) {
        return metadata.get(Metadata.Key.of(name + "-bin", Metadata.BINARY_BYTE_MARSHALLER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo", "a b", "~!", "5"})
    void plainTextTravelsAsItIs(String value) {
        headers.put("Name", value);
        assertThat(text("name")).isEqualTo(value);
        assertThat(bytes("name")).isNull();
        assertThat(headers.get("nAME")).isEqualTo(value);
        assertThat(headers.get("name", Object.class)).isEqualTo(value);
        assertThat(headers.get("name", Integer.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ä", " foo", "foo ", "a\tb", "a\u007fb"})
    void otherTextTravelsAsBytes(String value) {
        headers.put("name", value);
        assertThat(text("name")).isNull();
        assertThat(bytes("name")).isNotNull();
        assertThat(headers.get("name")).isEqualTo(value);
        assertThat(headers.names()).containsExactly("name");
    }

    @Test
    void bytesTravelUnderANameOfTheirOwn() {
        byte[] value = {(byte) 0xff, 1};
        headers.put("name", value);
        assertThat(bytes("name")).isEqualTo(value);
        assertThat(headers.get("name", byte[].class)).isEqualTo(value);
        assertThat(headers.get("name", Object.class)).as("is no text").isEqualTo(value);
        assertThat(headers.get("name")).isNull();
        headers.put("text-bin", "foo");
        assertThat(bytes("text")).isEqualTo(new byte[] {'f', 'o', 'o'});
        assertThat(headers.get("text-bin")).isEqualTo("foo");
    }

    @Test
    void aValueTakesThePlaceOfAnyOther() {
        headers.put("name", "ä");
        headers.put("name", "foo");
        assertThat(bytes("name")).isNull();
        headers.put("name", new byte[] {1});
        assertThat(text("name")).isNull();
        headers.remove("NAME");
        headers.remove("no name");
        assertThat(headers.names()).isEmpty();
        assertThat(headers.get("name", byte[].class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "0", "9", "-", "_", ".", "A"})
    void namesThatGrpcTakes(String name) {
        headers.put(name, "foo");
        assertThat(headers.get(name)).isEqualTo("foo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-bin", "a b", "{", "`", "/", ":", "ä"})
    void namesThatItDoesNot(String name) {
        assertThatThrownBy(() -> headers.put(name, "foo")).isInstanceOf(IllegalArgumentException.class);
        assertThat(headers.get(name)).isNull();
    }

    @Test
    void halfOfASurrogatePairIsNoText() {
        assertThatThrownBy(() -> headers.put("name", "\ud800")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thoseThatArriveAreReadOnly() {
        MetadataHeaders arrived = new MetadataHeaders(metadata, false);
        assertThat(headers.writable()).isTrue();
        assertThat(arrived.writable()).isFalse();
        assertThatThrownBy(() -> arrived.put("name", "foo")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> arrived.remove("name")).isInstanceOf(UnsupportedOperationException.class);
    }
}
