package dev.heddle.extension.payloadcodec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/**
 * A key store of the JDK's, whose secret keys have their IDs as aliases, opened with the password in a file. What is behind
 * it may be hardware or a service: any provider of the JDK's, such as that of PKCS#11.
 *
 * @param file {@code null} where it has none
 */
record KeyStoreFile(String setting, Path file, String type, Path passwordFile) implements KeySource {
    @Override
    public KeyRing read() {
        Map<String, byte[]> keys = new TreeMap<>();
        Map<String, SecretKey> kept = new TreeMap<>();
        try {
            char[] password = new String(PrivateFile.read(passwordFile), StandardCharsets.UTF_8)
                    .strip()
                    .toCharArray();
            KeyStore store = KeyStore.getInstance(type);
            store.load(file == null ? null : new ByteArrayInputStream(PrivateFile.read(file)), password);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
                if (key instanceof SecretKey secret && key.getAlgorithm().equals("AES")) {
                    if (key.getEncoded() == null) {
                        kept.put(alias, secret);
                    } else {
                        keys.put(alias, key.getEncoded());
                    }
                }
            }
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("needs " + missing.getFile() + ", which does not exist", missing);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "cannot be opened (" + unreadable.getMessage() + "); check its type and the file of its password",
                    unreadable);
        }
        return KeyRing.of(keys, kept);
    }

    @Override
    public String toString() {
        return setting + " " + (file == null ? type : file);
    }
}
