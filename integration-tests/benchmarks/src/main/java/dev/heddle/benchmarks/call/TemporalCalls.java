package dev.heddle.benchmarks.call;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the benchmarks of Temporal share. They call the SDK's interfaces with nothing behind them and with inputs made
 * beforehand, so that the interceptors are all there is to measure.
 */
@State(Scope.Thread)
public abstract class TemporalCalls {
    static final Object[] ARGUMENTS = {"argument"};

    private static final DataConverter CONVERTER = DefaultDataConverter.newDefaultInstance();

    @Param("NONE")
    public Arm arm;

    /** How many interceptors there are. */
    @Param("1")
    public int count;

    private final Operator operator = new Operator();

    @Setup(Level.Iteration)
    public void disable() {
        operator.disables(arm);
    }

    /** Headers as they come with a call. */
    static Header header() {
        Map<String, Payload> values = new HashMap<>();
        write(values);
        return new Header(values);
    }

    /** Writes a header as an application would. */
    static void write(Map<String, Payload> values) {
        values.put("tenant", CONVERTER.toPayload("acme").orElseThrow());
    }

    /** Reads a header as an application would. */
    static String read(Map<String, Payload> values) {
        return CONVERTER.fromPayload(values.get("tenant"), String.class, String.class);
    }

    /** Reads and writes, as a call leaves. */
    static void readAndWrite(Header header) {
        read(header.getValues());
        write(header.getValues());
    }

    /**
     * Interceptors as a woven reader of the SDK has them after it has read them: with an adapter where there is an agent.
     *
     * @param point the name of the woven point
     */
    @SuppressWarnings("unchecked") // The hook returns what it got, or more of the same.
    public static <T> T asRead(String point, Object options, T interceptors) {
        try {
            return (T) Class.forName("dev.heddle.agent.bootstrap.Hook")
                    .getMethod("extend", String.class, Class.class, Object.class, Object.class)
                    .invoke(null, point, options.getClass(), options, interceptors);
        } catch (ClassNotFoundException noAgent) {
            return interceptors;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The chain that an application makes of as many interceptors of its own as there are to be. */
    final <T> T byHand(T root, UnaryOperator<T> plain, UnaryOperator<T> withHeader) {
        T chain = root;
        for (int i = 0; i < count && !arm.agent() && arm != Arm.NONE; i++) {
            chain = arm.header() ? withHeader.apply(chain) : plain.apply(chain);
        }
        return chain;
    }
}
