package dev.heddle.differential;

import io.grpc.Attributes;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;

/** What the library tells the application's tracers. */
final class Tracers {
    private Tracers() {}

    /** On a client. */
    static final class Client extends ClientStreamTracer.Factory {
        private final Trace trace;

        Client(Trace trace) {
            this.trace = trace;
        }

        @Override
        public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
            say("attempt " + info.getPreviousAttempts() + " " + Describe.metadata(headers));
            return new ClientStreamTracer() {
                @Override
                public void streamCreated(Attributes attributes, Metadata metadata) {
                    say("streamCreated " + Describe.metadata(metadata));
                }

                @Override
                public void outboundHeaders() {
                    say("outboundHeaders");
                }

                @Override
                public void inboundHeaders(Metadata metadata) {
                    say("inboundHeaders " + Describe.metadata(metadata));
                }

                @Override
                public void inboundTrailers(Metadata trailers) {
                    say("inboundTrailers " + Describe.metadata(trailers));
                }

                @Override
                public void outboundMessage(int number) {
                    say("outboundMessage " + number);
                }

                @Override
                public void inboundMessage(int number) {
                    say("inboundMessage " + number);
                }

                @Override
                public void streamClosed(Status status) {
                    say("streamClosed " + Describe.status(status));
                }
            };
        }

        private void say(String what) {
            trace.add("tracer", what);
        }
    }

    /** On a server. */
    static final class Server extends ServerStreamTracer.Factory {
        private final Trace trace;

        Server(Trace trace) {
            this.trace = trace;
        }

        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            say("stream of " + method + " " + Describe.metadata(headers));
            return new ServerStreamTracer() {
                @Override
                public void serverCallStarted(ServerCallInfo<?, ?> info) {
                    say("serverCallStarted " + info.getMethodDescriptor().getType());
                }

                @Override
                public void outboundMessage(int number) {
                    say("outboundMessage " + number);
                }

                @Override
                public void inboundMessage(int number) {
                    say("inboundMessage " + number);
                }

                @Override
                public void streamClosed(Status status) {
                    say("streamClosed " + Describe.status(status));
                }
            };
        }

        private void say(String what) {
            trace.add("tracer", "of server: " + what);
        }
    }
}
