package dev.heddle.realserver.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * For whom something is done goes from language to language, both ways: Heddle has it in MDC, by settings of context-propagation
 * alone, and the others as their samples have it. Ada has it begun, Bob changes it.
 */
@ExtendWith(RealServer.class)
class UserContextTest {
    private static final String[] PLANNED = {"scheduled=ada", "asked=ada", "ordered=ada"};

    @RegisterExtension
    final Peers peers = new Peers();

    private TemporalServer server;

    @BeforeEach
    void server(TemporalServer running) {
        server = running;
    }

    private Peer java(String keys) {
        return peers.startJava(
                server, List.of("context-propagation"), "-Dheddle.extension.context-propagation.keys=" + keys);
    }

    private Peer other(Program program) throws Exception {
        return peers.start(program, server, "--user-context");
    }

    @Test
    void ofPython() throws Exception {
        Peer python = other(Program.PYTHON);
        Peer java = java("userId=__my_user_id");
        assertThat(python.visit(java, "ada", "bob").seen()).containsExactly(seen("query=bob", "signal=bob"));
        assertThat(java.visit(python, "ada", "bob").seen()).containsExactly(seen("query=bob", "signal=bob"));
        assertThat(python.visit(java, "-", "-").seen()).allMatch(place -> place.endsWith("=-"));
        assertThat(java.visit(python, "-", "-").seen()).allMatch(place -> place.endsWith("=-"));
        plan(java, python);
    }

    /** Go's handlers of queries have no context, and a signal is what a channel of the run gives. */
    @Test
    void ofGo() throws Exception {
        Peer go = other(Program.GO);
        Peer java = java("userId=custom-header/value");
        assertThat(go.visit(java, "ada", "bob").seen()).containsExactly(seen("query=bob", "signal=bob"));
        assertThat(java.visit(go, "ada", "bob").seen()).containsExactly(seen("query=-", "signal=ada"));
        assertThat(go.visit(java, "-", "-").seen()).allMatch(place -> place.endsWith("=-"));
        assertThat(java.visit(go, "-", "-").seen()).allMatch(place -> place.endsWith("=-"));
        plan(java("userId=custom-header/value,userId=user-id"), go);
    }

    /** Headers of Nexus are texts, so what is a field of an object elsewhere is a header there. */
    @Test
    void ofTypeScript() throws Exception {
        Peer typescript = other(Program.TYPESCRIPT);
        Peer java = java("userId=Context/customer");
        assertThat(typescript.visit(java, "ada", "bob").seen()).containsExactly(seen("query=bob", "signal=bob"));
        assertThat(java.visit(typescript, "ada", "bob").seen()).containsExactly(seen("query=bob", "signal=bob"));
        assertThat(typescript.visit(java, "-", "-").seen()).allMatch(place -> place.endsWith("=-"));
        assertThat(java.visit(typescript, "-", "-").seen()).allMatch(place -> place.endsWith("=-"));
        plan(java("userId=Context/customer,userId=customer"), typescript);
    }

    /** A schedule of the one has the other go on an errand to the first one's counter, and the other way round. */
    private void plan(Peer java, Peer other) throws Exception {
        assertThat(other.plan(java, server, "ada")).containsExactly(PLANNED);
        assertThat(java.plan(other, server, "ada")).containsExactly(PLANNED);
        assertThat(other.plan(java, server, "-")).allMatch(place -> place.endsWith("=-"));
        assertThat(java.plan(other, server, "-")).allMatch(place -> place.endsWith("=-"));
    }

    private static String[] seen(String query, String signal) {
        return new String[] {
            query,
            "run=ada",
            "update=bob",
            signal,
            "activity=ada",
            "child=ada",
            "guest=ada",
            "note=ada",
            "continued=ada"
        };
    }
}
