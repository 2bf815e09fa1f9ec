package greetings.spring;

import greetings.GreeterGrpc;
import greetings.Visitor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.client.GrpcChannelFactory;

/** Starts, is visited once, and ends. */
@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = SpringApplication.run(Application.class, arguments);
        GrpcChannelFactory channels = context.getBean(GrpcChannelFactory.class);
        int port = context.getBean(ServerPort.class).port();
        Visitor.visit(GreeterGrpc.newBlockingStub(channels.createChannel("static://127.0.0.1:" + port)));
        int exitCode = SpringApplication.exit(context);
        System.out.println("application: context closed");
        System.exit(exitCode);
    }
}
