package dev.heddle.agent.assemble.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Options whose getters and setters stand in superclasses that are not public, as the SDK's 1.9 to 1.18 have them. */
class BuilderConfigTest {
    static class BaseOptions {
        private final String target;

        BaseOptions(String target) {
            this.target = target;
        }

        public String getTarget() {
            return target;
        }
    }

    public static final class Options extends BaseOptions {
        Options(String target) {
            super(target);
        }

        public static Builder newBuilder(Options options) {
            return new Builder(options);
        }
    }

    static class BaseBuilder<T extends BaseBuilder<T>> {
        String target;

        @SuppressWarnings("unchecked")
        public T setTarget(String target) {
            this.target = target;
            return (T) this;
        }
    }

    public static final class Builder extends BaseBuilder<Builder> {
        Builder(Options options) {
            target = options.getTarget();
        }

        public Options build() {
            return new Options(target);
        }
    }

    private final BuilderConfig config = new BuilderConfig(new Options("localhost"));

    @Test
    void optionsOfAHiddenSuperclassAreReadAndSet() {
        assertThat(config.has("target")).isTrue();
        assertThat(config.get("target")).isEqualTo("localhost");

        config.set("target", "elsewhere");

        assertThat(config.get("target")).isEqualTo("elsewhere");
        assertThat(((Options) config.built()).getTarget()).isEqualTo("elsewhere");
    }

    @Test
    void whatFitsNoSetterIsRefused() {
        assertThatThrownBy(() -> config.set("target", 1)).hasMessageContaining("the option target of Options takes no");
        assertThatThrownBy(() -> config.set("targets", "a")).hasMessageContaining("has no option targets in Options");
    }
}
