package dev.heddle.containers.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.JreMemoryLeakPreventionListener;
import org.apache.catalina.core.ThreadLocalLeakPreventionListener;
import org.apache.catalina.startup.Tomcat;
import org.awaitility.Awaitility;

/**
 * A Tomcat that deploys a WAR, has it greet somebody, and undeploys it: {@code WebServer FOLDER WAR TIMES}. In the end
 * it waits until nothing is left of all these, neither a class loader nor a thread.
 */
public final class WebServer {
    private static final String PATH = "/greetings";

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();

    private WebServer(Path folder) throws IOException, LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getHost()
                .setAppBase(Files.createDirectory(folder.resolve("webapps")).toString());
        // It would name a servlet for JSPs, which is not here.
        tomcat.setAddDefaultWebXmlToWebapp(false);
        // As in the configuration that Tomcat comes with.
        tomcat.getServer().addLifecycleListener(new JreMemoryLeakPreventionListener());
        tomcat.getServer().addLifecycleListener(new ThreadLocalLeakPreventionListener());
        // A thread that still ends its request while the application stops is renewed, with its thread locals, when it
        // has been idle for this long: a minute unless said otherwise, which is as long as serve waits.
        tomcat.getConnector().setProperty("threadsMaxIdleTime", "500");
        tomcat.start();
    }

    public static void main(String[] arguments) {
        try {
            new WebServer(Path.of(arguments[0])).serve(arguments[1], Integer.parseInt(arguments[2]));
            System.exit(0);
        } catch (Exception failure) {
            // Tomcat's threads would keep the JVM.
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void serve(String war, int times) throws Exception {
        Set<String> threads = threads();
        List<WeakReference<ClassLoader>> undeployed = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            // What gRPC leaves in thread locals goes with the thread.
            FutureTask<WeakReference<ClassLoader>> deployment = new FutureTask<>(() -> deployAndUndeploy(war));
            Thread thread = new Thread(deployment);
            thread.start();
            thread.join();
            undeployed.add(deployment.get());
        }
        Awaitility.await("all applications are collected")
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    System.gc();
                    return undeployed.stream().allMatch(reference -> reference.get() == null);
                });
        Awaitility.await("no thread is left")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(threads()).isSubsetOf(threads));
        System.out.println("server: nothing is left of " + times + " applications");
    }

    private WeakReference<ClassLoader> deployAndUndeploy(String war) throws Exception {
        Context application = tomcat.addWebapp(PATH, war);
        ClassLoader loader = application.getLoader().getClassLoader();
        HttpResponse<String> answer = greet();
        System.out.println(
                "application: " + (answer.statusCode() == HttpURLConnection.HTTP_OK ? answer.body() : answer));
        tomcat.getHost().removeChild(application);
        return new WeakReference<>(loader);
    }

    private HttpResponse<String> greet() throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + PATH + "/greet?name=world");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** The names of those that live, but for the server's own, which come and go with its load. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.matches("(http-nio|Catalina-utility|HttpClient|awaitility).*"))
                .collect(Collectors.toSet());
    }
}
