package dev.heddle.extension.payloadstore;

import dev.heddle.api.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** Files in a folder. */
final class FileStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "file";
    }

    @Override
    public String driver() {
        return "heddle.file";
    }

    @Override
    public ObjectStore open(Settings settings) throws IOException {
        String folder = settings.get("file.folder");
        if (folder == null) {
            throw new IllegalArgumentException(
                    "file.folder is not set; name a folder that all share who work on the same workflows");
        }
        return FileStore.in(Path.of(folder));
    }
}
