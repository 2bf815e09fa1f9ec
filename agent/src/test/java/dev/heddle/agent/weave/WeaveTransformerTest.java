package dev.heddle.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which classes are looked up in the table of points. */
class WeaveTransformerTest {
    @Test
    void allThatHavePointsAre() {
        assertThat(WeavePoint.classNames()).isNotEmpty().allMatch(WeaveTransformer::isOfLibrary);
        assertThat(ExistingPoints.classNames()).isNotEmpty().allMatch(WeaveTransformer::isOfLibrary);
    }

    @Test
    void thoseOfTheJdkAndHeddlesOwnAreNot() {
        assertThat(WeaveTransformer.isOfLibrary("java/lang/String")).isFalse();
        assertThat(WeaveTransformer.isOfLibrary("dev/heddle/agent/weave/WeavePoint"))
                .isFalse();
        assertThat(WeaveTransformer.isOfLibrary("io/netty/channel/Channel")).isFalse();
    }
}
