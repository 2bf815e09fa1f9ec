package dev.heddle.extension.payloadstore;

import dev.heddle.api.Settings;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The kinds of stores there are. */
final class Stores {
    private Stores() {}

    /**
     * The one that the settings name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static StoreProvider of(Settings settings) {
        String name = settings.get("store", "file");
        List<StoreProvider> providers = new ArrayList<>(List.of(new FileStoreProvider(), new S3StoreProvider()));
        for (StoreProvider provider : ServiceLoader.load(StoreProvider.class, loader(settings.list("store.jars")))) {
            providers.add(provider);
        }
        List<String> names = new ArrayList<>();
        for (StoreProvider provider : providers) {
            if (provider.name().equals(name)) {
                return provider;
            }
            names.add(provider.name());
        }
        throw new IllegalArgumentException("store is '" + name + "'; write one of " + String.join(", ", names)
                + ", or name the JAR of another by store.jars");
    }

    private static ClassLoader loader(List<String> jars) {
        ClassLoader own = Stores.class.getClassLoader();
        if (jars.isEmpty()) {
            return own;
        }
        List<URL> urls = new ArrayList<>();
        for (String jar : jars) {
            if (!Files.isRegularFile(Path.of(jar))) {
                throw new IllegalArgumentException("store.jars has " + jar + ", which is no file");
            }
            try {
                urls.add(Path.of(jar).toUri().toURL());
            } catch (MalformedURLException never) {
                throw new IllegalArgumentException(jar, never);
            }
        }
        return new URLClassLoader("payload-store", urls.toArray(new URL[0]), own);
    }
}
