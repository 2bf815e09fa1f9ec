package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionJar;
import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.call.CallCounter;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.LastAccident;
import dev.heddle.agent.call.OperationTally;
import dev.heddle.agent.call.Tally;
import dev.heddle.agent.call.TimeSample;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.SettingInForce;
import dev.heddle.agent.status.Status;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the status of one extension. */
final class ExtensionStatus {
    private ExtensionStatus() {}

    static Status.Extension of(LoadedExtension extension, AgentSettings settings) {
        ExtensionJar jar = extension.jar();
        ExtensionHealth health = extension.registrations().health();
        return new Status.Extension(
                jar.name(),
                jar.version(),
                jar.file().getPath(),
                Checksum.of(jar),
                extension.order(),
                health.failClosed(),
                extension.isRegistered() ? health.off() ? "off" : "on" : "refuses",
                extension.registrations().toString(),
                made(SettingInForce.of(jar.name(), settings)),
                counts(health.tally().operations().values()),
                operations(health.tally()),
                accident(health.tally().last(), settings));
    }

    private static List<Status.Operation> operations(Tally tally) {
        List<Status.Operation> operations = new ArrayList<>();
        tally.operations()
                .forEach((operation, of) ->
                        operations.add(new Status.Operation(operation.toString(), counts(List.of(of)))));
        operations.sort(
                Comparator.comparingLong(ExtensionStatus::calls).reversed().thenComparing(Status.Operation::name));
        return operations;
    }

    private static long calls(Status.Operation operation) {
        return operation.counts().calls();
    }

    private static Status.Counts counts(Iterable<OperationTally> of) {
        long begun = 0;
        long ended = 0;
        long accidents = 0;
        long refusals = 0;
        long oldest = 0;
        TimeSample own = new TimeSample();
        TimeSample rest = new TimeSample();
        for (OperationTally tally : of) {
            CallCounter calls = tally.calls();
            ended += calls.ended();
            begun += calls.begun();
            accidents += tally.accidents();
            refusals += tally.refusals();
            oldest = Math.max(oldest, calls.oldest());
            own.addAll(calls.own());
            rest.addAll(calls.rest());
        }
        return new Status.Counts(begun, begun - ended, oldest, accidents, refusals, time(own), time(rest));
    }

    private static Status.Time time(TimeSample sample) {
        return new Status.Time(sample.samples(), sample.quantile(0.5), sample.quantile(0.99), sample.max());
    }

    private static Status.Accident accident(LastAccident last, AgentSettings settings) {
        return last == null
                ? null
                : new Status.Accident(
                        last.time().truncatedTo(ChronoUnit.MILLIS).toString(),
                        last.operation().toString(),
                        settings.masked(last.stack()));
    }

    static List<Status.Setting> made(List<SettingInForce> settings) {
        return settings.stream()
                .map(each -> new Status.Setting(each.name(), each.value(), each.place()))
                .toList();
    }
}
