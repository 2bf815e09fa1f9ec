package dev.heddle.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.bootstrap.Hook;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Felix as it is, with a bundle of one class. */
class BundlesTest {
    /** The one class. */
    static final class Content {}

    @TempDir
    Path folder;

    @Test
    void aBundleWhoseLoaderShowsUsTheHookDoesNotFindItItself() throws Exception {
        inBundle(Map.of(), (bundle, loader) -> {
            assertThat(loader.loadClass(Hook.class.getName())).isSameAs(Hook.class);
            assertThat(Bundles.of(loader)).isSameAs(bundle);
            assertThat(Bundles.finds(bundle, Hook.class)).isFalse();
            assertThat(WeaveTransformer.seesHook(loader)).isFalse();
        });
    }

    @Test
    void aBundleFindsTheHookByTheTwoSettings() throws Exception {
        Map<String, String> settings = Map.of(
                Constants.FRAMEWORK_BUNDLE_PARENT,
                Constants.FRAMEWORK_BUNDLE_PARENT_APP,
                Constants.FRAMEWORK_BOOTDELEGATION,
                "dev.heddle.*");
        inBundle(settings, (bundle, loader) -> {
            assertThat(Bundles.finds(bundle, Hook.class)).isTrue();
            assertThat(WeaveTransformer.seesHook(loader)).isTrue();
        });
    }

    @Test
    void anyOtherLoaderIsOfNoBundle() {
        assertThat(Bundles.of(getClass().getClassLoader())).isNull();
        assertThat(WeaveTransformer.seesHook(getClass().getClassLoader())).isTrue();
        assertThat(WeaveTransformer.seesHook(null)).isFalse();
    }

    private interface Body {
        void run(Bundle bundle, ClassLoader loader) throws Exception;
    }

    private void inBundle(Map<String, String> settings, Body body) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString());
        Framework felix = new FrameworkFactory().newFramework(all);
        felix.start();
        try {
            Bundle bundle =
                    felix.getBundleContext().installBundle(bundle().toUri().toString());
            body.run(bundle, bundle.loadClass(Content.class.getName()).getClassLoader());
        } finally {
            felix.stop();
            felix.waitForStop(0);
        }
    }

    private Path bundle() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        manifest.getMainAttributes().putValue(Constants.BUNDLE_SYMBOLICNAME, "content");
        String entry = Content.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("content.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream content = getClass().getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new ZipEntry(entry));
            content.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
