package dev.heddle.soak;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes away now a channel, now a server, now workers while calls are made. Each has a turn, on a thread of its own. */
final class Saboteur {
    /** What can be taken away. */
    private enum Target {
        CHANNEL,
        CONNECTIONS,
        WORKERS,
        SERVER
    }

    private final List<EchoServer> servers;
    private final List<Lane> lanes;
    private final List<Crew> crews;
    private final Map<Target, Integer> turns = new EnumMap<>(Target.class);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** The lanes are shared out among the servers in turn. */
    Saboteur(List<EchoServer> servers, List<Lane> lanes, List<Crew> crews) {
        this.servers = servers;
        this.lanes = lanes;
        this.crews = crews;
    }

    /** Takes the next away, soon. */
    void strike() {
        thread.execute(() -> {
            Target target = Target.values()[
                    turns.values().stream().mapToInt(Integer::intValue).sum() % Target.values().length];
            try {
                strike(target, turns.merge(target, 1, Integer::sum));
            } catch (Exception failure) {
                Ledger.get().problem("could not take away " + target + ": " + failure);
            }
        });
    }

    private void strike(Target target, int turn) throws InterruptedException {
        switch (target) {
            case CHANNEL -> {
                Lane lane = lanes.get(turn % lanes.size());
                lane.disruption().begin();
                lane.replaceChannel();
                lane.disruption().end();
            }
            case CONNECTIONS, SERVER -> {
                int index = turn % servers.size();
                List<Lane> affected = lanes.stream()
                        .filter(lane -> lanes.indexOf(lane) % servers.size() == index)
                        .toList();
                affected.forEach(lane -> lane.disruption().begin());
                if (target == Target.SERVER) {
                    servers.get(index).restart();
                } else {
                    servers.get(index).dropConnections();
                }
                affected.forEach(Lane::ping);
                affected.forEach(lane -> lane.disruption().end());
            }
            case WORKERS -> {
                List<Crew> mortals = crews.stream().filter(Crew::isMortal).toList();
                Crew crew = mortals.get(turn % mortals.size());
                crew.disruption().begin();
                crew.replace();
                crew.disruption().end();
            }
        }
    }

    /** Waits until all is well again. */
    void rest() throws Exception {
        thread.submit(() -> {}).get();
    }

    void close() {
        thread.shutdownNow();
    }

    @Override
    public String toString() {
        return "taken away: " + turns;
    }
}
