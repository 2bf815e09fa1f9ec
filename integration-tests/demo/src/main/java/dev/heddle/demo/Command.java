package dev.heddle.demo;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** A command line that starts a JVM; as text it is what one types into a shell, in the repository's folder. */
record Command(List<String> options, List<String> classPath, String mainClass, List<String> arguments) {

    Command option(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new Command(List.copyOf(more), classPath, mainClass, arguments);
    }

    Command argument(String argument) {
        return new Command(options, classPath, mainClass, List.of(argument));
    }

    /** The words of the command, with the JDK that runs this. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        words.addAll(options);
        words.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass));
        words.addAll(arguments);
        return words;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(options);
        lines.add("-cp '" + String.join(File.pathSeparator, classPath) + "'");
        lines.add(String.join(" ", mainClass, String.join(" ", arguments)).strip());
        return "java " + String.join(" \\\n     ", lines) + "\n";
    }
}
