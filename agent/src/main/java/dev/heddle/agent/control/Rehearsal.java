package dev.heddle.agent.control;

import dev.heddle.agent.bootstrap.Hook;
import dev.heddle.agent.status.Check;
import dev.heddle.agent.status.CheckText;
import dev.heddle.agent.status.Json;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The other half of {@code check}, in a JVM that has the agent and the class path of an application: has the agent do for
 * that what it does for one that runs, and writes down what came of it. Nothing of the application is initialised. Ends
 * the JVM, without the log of the JDK's that would look for a logger in the application.
 */
public final class Rehearsal implements ToIntFunction<String[]> {
    private final RunningAgent agent;

    /** Called by {@code Main}, with the agent of this JVM. */
    public Rehearsal(Hook agent) {
        this.agent = (RunningAgent) agent;
    }

    /**
     * Rehearses.
     *
     * @param words {@code rehearse}; the file for what came of it; the words for how it is to be written, by commas; the
     *     application in words; and, where these are not on the JVM's own path, the JARs and folders of its classes
     */
    @Override
    public int applyAsInt(String[] words) {
        int exitCode;
        try {
            Complaints complaints = Complaints.listen();
            Check check = new RehearsedApplication(agent, loader(words), complaints).check(words[3]);
            List<String> form = List.of(words[2].split(","));
            String text = form.contains("json")
                    ? Json.of(check) + "\n"
                    : CheckText.of(check, form.contains("colours"), form.contains("operations"));
            Files.writeString(Path.of(words[1]), text);
            exitCode = check.problems().isEmpty() ? 0 : 1;
        } catch (IOException | RuntimeException | Error failure) {
            failure.printStackTrace();
            exitCode = 1;
        }
        agent.close();
        System.err.flush();
        System.out.flush();
        Runtime.getRuntime().halt(exitCode);
        return exitCode;
    }

    /** The loader that has the application's classes. */
    private static ClassLoader loader(String[] words) throws MalformedURLException {
        List<String> places = Arrays.asList(words).subList(4, words.length);
        ClassLoader system = ClassLoader.getSystemClassLoader();
        if (places.isEmpty()) {
            return system;
        }
        URL[] urls = new URL[places.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = new File(places.get(i)).toURI().toURL();
        }
        return new URLClassLoader("of the application", urls, system);
    }
}
