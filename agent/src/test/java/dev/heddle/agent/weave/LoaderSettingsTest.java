package dev.heddle.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.modules.ModuleFinder;
import org.jboss.modules.ModuleLoader;
import org.jboss.modules.ModuleSpec;
import org.junit.jupiter.api.Test;

class LoaderSettingsTest {
    @Test
    void namesThatOfJBossModules() throws Exception {
        ModuleFinder finder = new ModuleFinder() {
            @Override
            public ModuleSpec findModule(String name, ModuleLoader delegate) {
                return ModuleSpec.build(name).create();
            }
        };
        ClassLoader loader = new ModuleLoader(finder).loadModule("application").getClassLoader();
        assertThat(WeaveTransformer.seesHook(loader)).isFalse();
        assertThat(LoaderSettings.mending(loader)).endsWith("-Djboss.modules.system.pkgs=org.jboss.byteman,dev.heddle");
    }

    @Test
    void namesNoneOfOthers() {
        assertThat(LoaderSettings.mending(null)).isEmpty();
        assertThat(LoaderSettings.mending(getClass().getClassLoader())).isEmpty();
    }
}
