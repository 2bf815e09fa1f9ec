package greetings.micronaut;

import greetings.GreeterGrpc;
import greetings.Visitor;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Visits the server once it has started, and ends the application. */
@Singleton
final class Visit implements ApplicationEventListener<ServerStartupEvent> {
    private final ApplicationContext context;

    Visit(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        new Thread(this::run, "visit").start();
    }

    private void run() {
        int exitCode = 1;
        try {
            Visitor.visit(context.getBean(GreeterGrpc.GreeterBlockingStub.class));
            context.close();
            System.out.println("application: context closed");
            exitCode = 0;
        } finally {
            System.exit(exitCode);
        }
    }
}
