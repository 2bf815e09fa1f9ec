package dev.heddle.differential;

import io.grpc.netty.shaded.io.netty.buffer.ByteBuf;
import io.grpc.netty.shaded.io.netty.channel.ChannelDuplexHandler;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.ChannelPromise;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Consumer;

/** One end of a connection, which counts its bytes. */
final class Socket extends NioSocketChannel {
    private long bytesWritten;
    private long bytesRead;
    private int port;

    Socket() {
        pipeline().addFirst(new Counter());
    }

    private Socket(Server parent, SocketChannel accepted) {
        super(parent, accepted);
        pipeline().addFirst(new Counter());
    }

    long bytesWritten() {
        return bytesWritten;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** The local port, or 0 before there is one. */
    int port() {
        InetSocketAddress local = port == 0 ? localAddress() : null;
        if (local != null) {
            port = local.getPort();
        }
        return port;
    }

    boolean closed() {
        return !isOpen();
    }

    private final class Counter extends ChannelDuplexHandler {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof ByteBuf bytes) {
                bytesWritten += bytes.readableBytes();
            }
            context.write(message, promise);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf bytes) {
                bytesRead += bytes.readableBytes();
            }
            context.fireChannelRead(message);
        }
    }

    /** Accepts such ends. */
    static final class Server extends NioServerSocketChannel {
        private final Consumer<Socket> accepted;

        Server(Consumer<Socket> accepted) {
            this.accepted = accepted;
        }

        @Override
        protected int doReadMessages(List<Object> channels) throws Exception {
            SocketChannel channel = javaChannel().accept();
            if (channel == null) {
                return 0;
            }
            Socket socket = new Socket(this, channel);
            accepted.accept(socket);
            channels.add(socket);
            return 1;
        }
    }
}
