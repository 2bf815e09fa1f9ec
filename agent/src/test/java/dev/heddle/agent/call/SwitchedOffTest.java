package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Interceptors of extensions that are switched off, wherever they are in the chain. */
class SwitchedOffTest {
    private final List<String> steps = new ArrayList<>();
    private final ExtensionHealth on = new ExtensionHealth("on", false, 100);
    private final ExtensionHealth off = new ExtensionHealth("off", false, 100);

    /** A chain of one interceptor for each letter, those in upper case of an extension that is on. */
    private String passed(String interceptors) throws Throwable {
        steps.clear();
        off.switchOff();
        Stream<Link> links = interceptors
                .chars()
                .mapToObj(Character::toString)
                .map(name -> new Link(name.equals(name.toUpperCase()) ? on : off, call -> {
                    steps.add(name);
                    return call.proceed();
                }));
        Object result = FakeCall.of(() -> "result", links).enter();
        assertThat(result).isEqualTo("result");
        return String.join("", steps);
    }

    @Test
    void areNotAskedAndAllOthersAre() throws Throwable {
        assertThat(passed("AbC")).isEqualTo("AC");
        assertThat(passed("abC")).isEqualTo("C");
        assertThat(passed("AbcD")).isEqualTo("AD");
        assertThat(passed("aBcdEf")).isEqualTo("BE");
        assertThat(passed("Abcd")).isEqualTo("A");
        assertThat(passed("abc")).isEmpty();
    }
}
