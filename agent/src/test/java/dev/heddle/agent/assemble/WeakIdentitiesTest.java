package dev.heddle.agent.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects are told apart by what they are, and are kept from nobody. */
class WeakIdentitiesTest {
    private final WeakIdentities<String> values = new WeakIdentities<>();

    @Test
    void equalObjectsAreTwo() {
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        assertThat(values.putIfAbsent(one, "one")).isEqualTo("one");
        assertThat(values.putIfAbsent(one, "again")).isEqualTo("one");
        assertThat(values.get(other)).isNull();
        assertThat(values.putIfAbsent(other, "other")).isEqualTo("other");
        one.add("changed");
        assertThat(values.get(one)).isEqualTo("one");
        assertThat(values.get(other)).isEqualTo("other");
    }

    @Test
    void anObjectThatNobodyElseHasGoes() throws InterruptedException {
        Object kept = new Object();
        values.putIfAbsent(kept, "kept");
        WeakReference<Object> gone = put();
        while (gone.get() != null) {
            System.gc();
            Thread.sleep(1);
        }
        assertThat(values.putIfAbsent(new Object(), "next")).isEqualTo("next");
        assertThat(values.get(kept)).isEqualTo("kept");
    }

    private WeakReference<Object> put() {
        Object object = new Object();
        values.putIfAbsent(object, "gone");
        return new WeakReference<>(object);
    }
}
