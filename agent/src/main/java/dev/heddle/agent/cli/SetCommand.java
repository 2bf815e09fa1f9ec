package dev.heddle.agent.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code set}. */
@Command(name = "set", description = "Make a setting until the JVM ends; the extension that it is of loads anew.")
final class SetCommand extends LiveCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "1", paramLabel = "KEY=VALUE", description = "a setting, with or without heddle. before it")
    private String setting;

    @Override
    List<String> change() {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new ParameterException(spec.commandLine(), setting + " is no setting; write KEY=VALUE");
        }
        return List.of("set", setting.substring(0, equals), setting.substring(equals + 1));
    }
}
