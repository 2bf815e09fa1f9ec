package dev.heddle.agent.cli;

import dev.heddle.agent.bootstrap.Main;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line and its commands. */
@Command(
        name = "java -jar heddle-agent.jar",
        synopsisSubcommandLabel = "COMMAND",
        header = {
            "Heddle, a Java agent for Temporal and gRPC applications",
            "",
            "  java -javaagent:heddle-agent.jar -jar application.jar",
            "",
            "It runs every call of the application through the extensions in the folder",
            "\"extensions\" beside this file, or in those that -Dheddle.extensions=FOLDER",
            "names.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {
            CheckCommand.class,
            ReplayCommand.class,
            StatusCommand.class,
            CallsCommand.class,
            AttachCommand.class,
            DetachCommand.class,
            EnableCommand.class,
            DisableCommand.class,
            ReloadCommand.class,
            SetCommand.class,
            ArchiveCommand.class
        })
public final class Heddle implements ToIntFunction<String[]> {
    /** Called by {@code Main}. */
    public Heddle() {}

    /** Runs a command and returns its exit code. */
    @Override
    public int applyAsInt(String[] arguments) {
        CommandLine line = new CommandLine(this)
                .setParameterExceptionHandler(Heddle::notUnderstood)
                .setExecutionExceptionHandler(Heddle::failed);
        if (arguments.length == 0) {
            nameVersion(line.getCommandSpec().usageMessage());
            line.usage(System.out);
            return 0;
        }
        return line.execute(arguments);
    }

    private static void nameVersion(UsageMessageSpec usage) {
        String[] header = usage.header();
        String version = Main.class.getPackage().getImplementationVersion();
        header[0] = header[0].replace("Heddle", "Heddle " + version);
        usage.header(header);
    }

    private static int notUnderstood(ParameterException problem, String[] arguments) {
        System.err.println(problem.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, System.err)) {
            problem.getCommandLine().usage(System.err);
        }
        return 2;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof UnreachableException unreachable) {
            System.err.println(unreachable.getMessage());
            return 3;
        }
        if (failure instanceof UnfitApplicationException unfit) {
            System.err.println(unfit.getMessage());
            return 2;
        }
        System.err.println(command.getCommandName() + " failed: " + failure);
        return 1;
    }
}
