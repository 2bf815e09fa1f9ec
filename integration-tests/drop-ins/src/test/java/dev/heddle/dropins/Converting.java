package dev.heddle.dropins;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.common.SimplePlugin;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.PayloadConverter;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** A shop's converters, codec and plugin, which print where they are called. */
final class Converting {
    private Converting() {}

    private static void say(String what) {
        System.out.println("drop-in: " + what);
    }

    /** Writes texts in its own way. */
    public static final class Texts implements PayloadConverter {
        private static final ByteString ENCODING = ByteString.copyFromUtf8("shop/text");

        @Override
        public String getEncodingType() {
            return ENCODING.toStringUtf8();
        }

        @Override
        public Optional<Payload> toData(Object value) {
            if (!(value instanceof String text)) {
                return Optional.empty();
            }
            say("writes " + text);
            return Optional.of(Payload.newBuilder()
                    .putMetadata("encoding", ENCODING)
                    .setData(ByteString.copyFromUtf8(text))
                    .build());
        }

        @Override
        public <T> T fromData(Payload content, Class<T> valueClass, Type valueType) {
            say("reads " + content.getData().toStringUtf8());
            return valueClass.cast(content.getData().toStringUtf8());
        }
    }

    /** Has nothing to say. */
    public static final class Nameless implements PayloadConverter {
        @Override
        public String getEncodingType() {
            throw new IllegalStateException("no name today");
        }

        @Override
        public Optional<Payload> toData(Object value) {
            return Optional.empty();
        }

        @Override
        public <T> T fromData(Payload content, Class<T> valueClass, Type valueType) {
            return null;
        }
    }

    /** All of the shop's. */
    public static final class Whole extends DefaultDataConverter {
        public Whole() {
            super(new Texts());
        }
    }

    /** Turns bytes around. */
    public static final class Reversing implements PayloadCodec {
        @Override
        public List<Payload> encode(List<Payload> payloads) {
            say("encodes");
            return payloads.stream().map(Reversing::reversed).toList();
        }

        @Override
        public List<Payload> decode(List<Payload> payloads) {
            say("decodes");
            return payloads.stream().map(Reversing::reversed).toList();
        }

        private static Payload reversed(Payload payload) {
            String text = payload.getData().toStringUtf8();
            return payload.toBuilder()
                    .setData(ByteString.copyFromUtf8(
                            new StringBuilder(text).reverse().toString()))
                    .build();
        }
    }

    /** Of all four types of plugins. */
    public static final class Plugged extends SimplePlugin {
        public Plugged() {
            super("shop");
        }

        @Override
        public void configureServiceStubs(WorkflowServiceStubsOptions.Builder builder) {
            say("plugin of stubs");
        }

        @Override
        public void configureWorkflowClient(WorkflowClientOptions.Builder builder) {
            say("plugin of workflow client");
        }

        @Override
        public void configureScheduleClient(ScheduleClientOptions.Builder builder) {
            say("plugin of schedule client");
        }

        @Override
        public void configureWorkerFactory(WorkerFactoryOptions.Builder builder) {
            say("plugin of worker factory");
        }

        @Override
        public void configureWorker(String taskQueue, WorkerOptions.Builder builder) {
            say("plugin of worker " + taskQueue);
        }
    }
}
