package dev.heddle.extension.temporalconnection;

import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.TlsServerCredentials;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Temporal's in-memory server, to which only clients come whose certificate it knows. */
final class TlsServer implements AutoCloseable, ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final TestServicesStarter services = new TestServicesStarter(false, System.currentTimeMillis());
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Server server;

    /** Trusts the clients of these certificates. */
    TlsServer(File certificate, File key, File clients) throws IOException {
        ServerBuilder<?> builder = Grpc.newServerBuilderForPort(
                        0,
                        TlsServerCredentials.newBuilder()
                                .keyManager(certificate, key)
                                .trustManager(clients)
                                .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                                .build())
                .intercept(this);
        for (BindableService service : services.getServices()) {
            builder.addService(service);
        }
        server = builder.build().start();
    }

    String target() {
        return "localhost:" + server.getPort();
    }

    /** Who has called so far, and with what. */
    Set<String> seen() {
        return seen;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        try {
            seen.add(session.getPeerPrincipal() + " " + headers.get(AUTHORIZATION));
        } catch (SSLPeerUnverifiedException nobody) {
            throw new UncheckedIOException(nobody);
        }
        return next.startCall(call, headers);
    }

    @Override
    public void close() {
        server.shutdownNow();
        services.close();
    }
}
