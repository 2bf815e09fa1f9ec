package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of an extension's file, made when somebody asks, for at the start it would cost more than to load it. */
final class Checksum {
    private Checksum() {}

    /** The checksum, or why there is none of what is loaded. */
    static String of(ExtensionJar jar) {
        if (jar.file().lastModified() != jar.modified()) {
            return "none: the file has changed since it was loaded";
        }
        try (InputStream file = Files.newInputStream(jar.file().toPath());
                DigestInputStream digested = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            return "none: " + unreadable.getMessage();
        }
    }
}
