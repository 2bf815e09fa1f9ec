package dev.heddle.containers.war;

import greetings.GreetingApplication;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The greeting application on the web: {@code GET /greet?name=NAME}. */
public final class GreetingServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private transient GreetingApplication application;

    @Override
    public void init() {
        application = new GreetingApplication();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(application.greet(request.getParameter("name")));
    }

    @Override
    public void destroy() {
        application.close();
        // These end a second after their last use, and still need classes of the application.
        for (Optional<Thread> last; (last = threadOfGrpc()).isPresent(); ) {
            try {
                last.get().join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Optional<Thread> threadOfGrpc() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(grpc|globalEventExecutor)-.*"))
                .findAny();
    }
}
