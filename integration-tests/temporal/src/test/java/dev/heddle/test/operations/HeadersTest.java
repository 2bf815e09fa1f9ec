package dev.heddle.test.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.heddle.api.Attribute;
import dev.heddle.api.Call;
import dev.heddle.api.Headers;
import dev.heddle.api.Interceptor;
import dev.heddle.api.NexusCall;
import dev.heddle.api.TemporalCall;
import dev.heddle.test.InProcessAgent;
import dev.heddle.test.Probe;
import io.nexusrpc.handler.OperationContext;
import io.nexusrpc.handler.OperationStartDetails;
import io.nexusrpc.handler.OperationStartResult;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.StartNexusOperationOptions;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityInput;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityOutput;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusClientCallsInterceptor.StartNexusOperationExecutionInput;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor.StartOperationInput;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor.StartOperationOutput;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor.WorkflowSignalInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Headers as others write them, and as nobody should. */
class HeadersTest {
    private static final int CALLS = 10_000;
    private static final String[] ENCODINGS = {
        "json/plain",
        "json/protobuf",
        "binary/plain",
        "binary/null",
        "binary/protobuf",
        "binary/encrypted",
        "",
        "\uFFFF"
    };

    private final String namespace = UUID.randomUUID().toString();
    private final List<Throwable> failures = new ArrayList<>();
    private final Recorder next = new Recorder()
            .answer("execute", () -> new ActivityOutput("done"))
            .answer("startOperation", () -> new StartOperationOutput(OperationStartResult.sync("done")));

    @BeforeAll
    static void install() {
        InProcessAgent.install();
    }

    private boolean isOurs(Call call) {
        return call instanceof TemporalCall temporal && namespace.equals(temporal.namespace());
    }

    private Interceptor<Call> watched(Interceptor<Call> interceptor) {
        return call -> {
            try {
                return interceptor.intercept(call);
            } catch (Throwable failure) {
                failures.add(failure);
                throw failure;
            }
        };
    }

    private static Payload payload(String encoding, byte[] data) {
        return Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8(encoding))
                .setData(ByteString.copyFrom(data))
                .build();
    }

    private static Payload payload(String encoding, String data) {
        return payload(encoding, data.getBytes(StandardCharsets.UTF_8));
    }

    /** Has an interceptor look at the headers of an activity that arrives. */
    private void arrives(Map<String, Payload> values, Interceptor<Call> interceptor) {
        ActivityInboundCallsInterceptor front = Front.of(ActivityInboundCallsInterceptor.class, next, namespace);
        try (Probe probe = Probe.of(this::isOurs, watched(interceptor))) {
            front.execute(new ActivityInput(new Header(values), new Object[0]));
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void everyEncodingIsReadAsWhatItIs() {
        byte[] noText = {(byte) 0xC3, 0x28};
        Map<String, Payload> values = new HashMap<>();
        values.put("text", payload("json/plain", "\"J\u00fcrgen\""));
        values.put("number", payload("json/plain", "42"));
        values.put("bean", payload("json/protobuf", "{\"a\":1}"));
        values.put("broken", payload("json/plain", "{"));
        values.put("deep", payload("json/plain", "[".repeat(100_000)));
        values.put("python", payload("binary/plain", "J\u00fcrgen"));
        values.put("bytes", payload("binary/plain", noText));
        values.put("null", payload("binary/null", ""));
        values.put("proto", payload("binary/protobuf", noText));
        values.put("secret", payload("binary/encrypted", "secret"));
        values.put(
                "bare",
                Payload.newBuilder()
                        .setData(ByteString.copyFromUtf8("\"bare\""))
                        .build());
        values.put("nothing", Payload.getDefaultInstance());
        arrives(values, call -> {
            Headers headers = call.headers();
            assertThat(headers.get("text")).isEqualTo("J\u00fcrgen");
            assertThat(headers.get("number", Integer.class)).isEqualTo(42);
            assertThat((Object) headers.get("bean", Map.class)).isEqualTo(Map.of("a", 1));
            assertThat(headers.get("bean")).isNull();
            assertThat((Object) headers.get("broken", Map.class)).isNull();
            assertThat((Object) headers.get("deep", List.class)).isNull();
            assertThat(headers.get("python")).isEqualTo("J\u00fcrgen");
            assertThat(headers.get("python", Integer.class)).isNull();
            assertThat(headers.get("bytes")).isNull();
            assertThat(headers.get("bytes", byte[].class)).isEqualTo(noText);
            assertThat(headers.get("proto", byte[].class)).isEqualTo(noText);
            for (String absent : List.of("null", "proto", "secret", "bare", "nothing", "missing")) {
                assertThat(headers.get(absent)).as(absent).isNull();
            }
            return call.proceed();
        });
    }

    private static Payload anything(Random random) {
        Payload.Builder payload = Payload.newBuilder();
        int kind = random.nextInt(4);
        if (kind > 0) {
            byte[] noise = new byte[random.nextInt(8)];
            random.nextBytes(noise);
            payload.putMetadata(
                    "encoding",
                    kind == 1
                            ? ByteString.copyFrom(noise)
                            : ByteString.copyFromUtf8(ENCODINGS[random.nextInt(ENCODINGS.length)]));
        }
        byte[] data = new byte[random.nextInt(4) == 0 ? random.nextInt(5_000) : random.nextInt(20)];
        random.nextBytes(data);
        if (random.nextBoolean()) {
            return payload.setData(ByteString.copyFrom(data)).build();
        }
        String[] texts = {"null", "\"\"", "\"\\\ud800\"", "[[[", "{\"a\":", "1e999999999", "true", "\"text\""};
        return payload.setData(ByteString.copyFromUtf8(texts[random.nextInt(texts.length)]))
                .build();
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            name.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
        }
        return name.append(random.nextInt(4) == 0 ? "-bin" : "").toString();
    }

    private static void readAll(Headers headers) {
        for (String name : headers.names()) {
            for (Class<?> type :
                    List.of(String.class, byte[].class, Object.class, Map.class, Integer.class, boolean.class)) {
                headers.get(name, type);
            }
        }
    }

    @Test
    void nothingThatArrivesMakesAnInterceptorFail() {
        Random random = new Random(1);
        ActivityInboundCallsInterceptor front = Front.of(ActivityInboundCallsInterceptor.class, next, namespace);
        Attribute<String> tenant = Attribute.named("tenant");
        int accidents = Probe.failures().size();
        try (Probe propagation = Probe.of(this::isOurs, watched(call -> {
                    call.headers()
                            .names()
                            .forEach(name -> call.set(tenant, call.headers().get(name)));
                    readAll(call.headers());
                    return call.proceed();
                }));
                Probe guard = Probe.guard(this::isOurs, watched(call -> {
                    readAll(call.headers());
                    return "nobody".equals(call.headers().get("tenant")) ? null : call.proceed();
                }))) {
            for (int i = 0; i < CALLS; i++) {
                Map<String, Payload> values = new HashMap<>();
                values.put("tenant", anything(random));
                values.put(name(random), anything(random));
                front.execute(new ActivityInput(new Header(values), new Object[0]));
                next.forget();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(Probe.failures().subList(accidents, Probe.failures().size())).isEmpty();
    }

    @Test
    void nothingThatArrivesByNexusMakesAnInterceptorFail() throws Exception {
        Random random = new Random(2);
        NexusOperationInboundCallsInterceptor front =
                Front.of(NexusOperationInboundCallsInterceptor.class, next, namespace);
        try (Probe propagation = Probe.of(call -> call instanceof NexusCall && isOurs(call), watched(call -> {
            readAll(call.headers());
            return call.proceed();
        }))) {
            for (int i = 0; i < CALLS; i++) {
                OperationContext operation = OperationContext.newBuilder()
                        .setService("Shop")
                        .setOperation("order")
                        .putHeader(name(random), name(random))
                        .putHeader(name(random), name(random))
                        .build();
                front.startOperation(new StartOperationInput(
                        operation,
                        OperationStartDetails.newBuilder()
                                .setRequestId("request")
                                .build(),
                        "input"));
                next.forget();
            }
        }
        assertThat(failures).isEmpty();
    }

    private static StartNexusOperationExecutionInput operation(Map<String, String> headers) {
        return new StartNexusOperationExecutionInput(
                "endpoint",
                "Shop",
                "order",
                Payload.getDefaultInstance(),
                StartNexusOperationOptions.newBuilder().setId("op-1").build(),
                headers);
    }

    /** Any text and any bytes are read on the other side as they were put, and what travels can travel. */
    @Test
    void whatLeavesByNexusCanTravel() {
        Random random = new Random(3);
        NexusClientCallsInterceptor front = Front.of(NexusClientCallsInterceptor.class, next, namespace);
        try (Probe probe = Probe.of(this::isOurs, watched(call -> {
            Headers headers = call.headers();
            for (String name : List.of("", "two words", "name:", "J\u00fcrgen", "line\n")) {
                assertThatThrownBy(() -> headers.put(name, "value")).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> headers.put(null, "value")).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> headers.put("name", null)).isInstanceOf(NullPointerException.class);
            for (int i = 0; i < CALLS; i++) {
                String text = new String(name(random).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                headers.put("text", text);
                assertThat(headers.get("TEXT")).isEqualTo(text);
                assertThat(headers.names()).contains("text");
                byte[] bytes = text.getBytes(StandardCharsets.UTF_16);
                headers.put("bytes", bytes);
                assertThat(headers.get("bytes", byte[].class)).isEqualTo(bytes);
            }
            headers.put("gone", "J\u00fcrgen");
            headers.remove("gone");
            headers.put("plain", "as it is");
            headers.put("number", 42);
            headers.put("own-bin", "text");
            assertThat(headers.get("own-bin")).isEqualTo("text");
            headers.put("text", "J\u00fcrgen");
            return call.proceed();
        }))) {
            front.startNexusOperationExecution(operation(Map.of()));
        }
        assertThat(failures).isEmpty();
        Map<String, String> headers = new Received(next.only().parameters()).headers();
        headers.remove("bytes-bin");
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("plain", "as it is", "number", "42", "own-bin", "dGV4dA==", "text-bin", "SsO8cmdlbg=="));
    }

    @Test
    void bytesAndTextsLeaveByTemporal() {
        WorkflowClientCallsInterceptor front = Front.of(WorkflowClientCallsInterceptor.class, next, namespace);
        Map<String, Payload> values = new HashMap<>();
        byte[] bytes = {0, (byte) 0xFF};
        try (Probe probe = Probe.of(this::isOurs, watched(call -> {
            Headers headers = call.headers();
            assertThatThrownBy(() -> headers.put(null, "value")).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> headers.put("name", null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> headers.put("name", new Object())).isInstanceOf(IllegalArgumentException.class);
            headers.put("bytes", bytes);
            headers.put("half", "\ud800");
            headers.put("text", "\u674e \n");
            assertThat(headers.get("bytes", byte[].class)).isEqualTo(bytes);
            assertThat(headers.get("bytes")).isNull();
            assertThat(headers.get("half")).isEqualTo("?");
            assertThat(headers.get("text")).isEqualTo("\u674e \n");
            return call.proceed();
        }))) {
            front.signal(new WorkflowSignalInput(
                    WorkflowExecution.newBuilder().setWorkflowId("order").build(),
                    "ship",
                    new Header(values),
                    new Object[0]));
        }
        assertThat(failures).isEmpty();
        assertThat(values.get("bytes").getMetadataOrThrow("encoding").toStringUtf8())
                .isEqualTo("binary/plain");
        assertThat(values.get("bytes").getData().toByteArray()).isEqualTo(bytes);
    }
}
