package dev.heddle.test.live;

import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;

/** Leaves its mark, which is a file of its JAR, on each start of a workflow; what else it does its JAR says too. */
public final class Marked implements Extension {
    private String suffix;

    @Override
    public void register(Interceptors interceptors, Settings settings) throws Exception {
        if (is("failing")) {
            throw new IllegalStateException("this version fails");
        }
        if (is("slow")) {
            Thread.sleep(100);
        }
        System.getProperties().put("loader", new WeakReference<>(getClass().getClassLoader()));
        suffix = "x".repeat(settings.get("times", 0));
        if (is("workflows")) {
            interceptors.on(WORKFLOW_INBOUND, call -> call.proceed());
        }
        interceptors.on(CLIENT.only("start"), call -> {
            if (Boolean.getBoolean("fragile")) {
                throw new IllegalStateException("it is fragile");
            }
            System.setProperty("marks", System.getProperty("marks") + " " + mark() + suffix);
            return call.proceed();
        });
    }

    /** Read late, when the JAR may have become another one, by a class that is loaded late. */
    private String mark() throws IOException {
        return Late.read("mark");
    }

    private static boolean is(String what) throws IOException {
        return Late.read("mode").contains(what);
    }

    /** Reads the JAR. */
    private static final class Late {
        static String read(String name) throws IOException {
            try (InputStream in = Marked.class.getClassLoader().getResourceAsStream(name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @Override
    public boolean onlyObservesWorkflows() {
        try {
            return is("observing");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean failClosed() {
        try {
            return is("guard");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            System.out.println(mark() + " closes");
            System.setProperty("closed", mark());
            if (is("hanging")) {
                Thread.sleep(Long.MAX_VALUE);
            }
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
