package dev.heddle.agent.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command for one running JVM: hands words on to it, and prints what it answers. */
abstract class JvmCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PID",
            description = "the process ID of the JVM; without it, those that have Heddle are listed")
    private Long pid;

    @Option(names = "--help", usageHelp = true, description = "show this")
    private boolean help;

    /** The command's name there, and what follows it. */
    abstract List<String> words();

    @Override
    public Integer call() throws Exception {
        if (pid == null) {
            JvmList.print();
            return 0;
        }
        try (Jvm jvm = Jvm.attach(pid)) {
            return ask(jvm);
        }
    }

    /** Asks it, once unless a command does otherwise. */
    int ask(Jvm jvm) throws Exception {
        return jvm.ask(words());
    }
}
