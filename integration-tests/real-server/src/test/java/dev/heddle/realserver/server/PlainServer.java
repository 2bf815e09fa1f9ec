package dev.heddle.realserver.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Temporal's server itself, which reads all it must know from a file. */
record PlainServer(Path program) implements ServerProgram {
    @Override
    public List<String> startCommand(int port, Path folder) throws IOException {
        Path features = folder.resolve("features.yaml");
        Files.writeString(
                features,
                FEATURES.stream()
                        .map(feature -> feature + ":\n  - value: true\n")
                        .collect(Collectors.joining()));
        Path configuration = folder.resolve("server.yaml");
        Files.writeString(configuration, configuration(port, FreePort.some(8), features));
        return List.of(program.toString(), "--config-file", configuration.toString(), "--allow-no-auth", "start");
    }

    private static String configuration(int port, List<Integer> free, Path features) {
        List<Object> values = new ArrayList<>(List.of(port, features));
        values.addAll(free);
        return """
                log: {stdout: true, level: warn}
                persistence:
                  defaultStore: memory
                  visibilityStore: memory
                  numHistoryShards: 1
                  datastores:
                    memory:
                      sql:
                        pluginName: sqlite
                        databaseName: heddle
                        connectAddr: localhost
                        connectProtocol: tcp
                        connectAttributes: {mode: memory, cache: private}
                        maxConns: 1
                        maxIdleConns: 1
                        maxConnLifetime: 24h
                global:
                  membership: {maxJoinDuration: 30s, broadcastAddress: 127.0.0.1}
                services:
                  frontend: {rpc: {bindOnLocalHost: true, grpcPort: %1$s, membershipPort: %3$s, httpPort: %4$s}}
                  history: {rpc: {bindOnLocalHost: true, grpcPort: %5$s, membershipPort: %6$s}}
                  matching: {rpc: {bindOnLocalHost: true, grpcPort: %7$s, membershipPort: %8$s}}
                  worker: {rpc: {bindOnLocalHost: true, grpcPort: %9$s, membershipPort: %10$s}}
                clusterMetadata:
                  failoverVersionIncrement: 10
                  masterClusterName: active
                  currentClusterName: active
                  clusterInformation:
                    active:
                      enabled: true
                      initialFailoverVersion: 1
                      rpcName: frontend
                      rpcAddress: 127.0.0.1:%1$s
                      httpAddress: 127.0.0.1:%4$s
                dcRedirectionPolicy: {policy: noop}
                archival: {history: {state: disabled}, visibility: {state: disabled}}
                namespaceDefaults: {archival: {history: {state: disabled}, visibility: {state: disabled}}}
                dynamicConfigClient: {filepath: '%2$s', pollInterval: 1h}
                """.formatted(values.toArray());
    }
}
