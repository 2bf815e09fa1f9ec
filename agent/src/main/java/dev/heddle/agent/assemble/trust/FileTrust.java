package dev.heddle.agent.assemble.trust;

import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** Whether files may be loaded as extensions, and the way to open them. Thread-safe. */
public final class FileTrust {
    private final FileRights rights;
    private final AgentSettings settings;

    /** As the settings have it, which are asked each time. */
    public FileTrust(AgentSettings settings) {
        this.rights = new FileRights(settings);
        this.settings = settings;
    }

    /** Refuses a folder that others may write. */
    public void requireFolder(File folder) throws UntrustedException, IOException {
        Path real = folder.toPath().toRealPath();
        if (FileRights.areKnown(real)) {
            try (OpenFolder open = OpenFolder.of(real)) {
                rights.require(real, open.attributes());
            }
        } else if (settings.first("rights")) {
            AgentLog.get()
                    .info("the rights of {} are not checked, for its file system does not have those of POSIX", real);
        }
    }

    /** Says that others may write the settings. They count all the same, for a guard may be among what they name. */
    public void warnOfOpenSettings() throws IOException {
        String config = settings.get(AgentSetting.CONFIG);
        if (config != null && Files.isRegularFile(Path.of(config))) {
            try (CheckedFile open =
                    CheckedFile.open(Path.of(config).toRealPath().toFile(), rights)) {
                open.requireUnchanged();
            } catch (UntrustedException untrusted) {
                String line = "the settings that heddle.config names are used although " + untrusted.getMessage();
                if (settings.first(line)) {
                    AgentLog.get().warn(line);
                }
            }
        }
    }

    /** Refuses a JAR that others may write, before anything of it is read. */
    public void requireRights(File jar) throws UntrustedException, IOException {
        CheckedFile.open(jar, rights).close();
    }

    /**
     * Opens a JAR so that nobody can change any more what is read of it.
     *
     * @throws UntrustedException if it is not to be loaded
     */
    public JarFile open(File jar) throws UntrustedException, IOException {
        // Most operators want neither, and their applications need not load what knows of it.
        String sums = settings.get(AgentSetting.EXTENSIONS_ALLOWED);
        AllowedSums allowed = sums == null ? null : AllowedSums.of(sums, rights);
        String certificates = settings.get(AgentSetting.EXTENSIONS_SIGNERS);
        TrustedSigners signers = certificates == null ? null : TrustedSigners.of(certificates, rights);
        MessageDigest digest = allowed == null ? null : sha256();
        try (CheckedFile file = CheckedFile.open(jar, rights)) {
            JarFile copy =
                    PrivateCopy.of(digest == null ? file.content() : new DigestInputStream(file.content(), digest));
            try {
                file.requireUnchanged();
                if (allowed != null) {
                    allowed.require(digest.digest());
                }
                if (signers != null) {
                    JarSignatures.require(copy, signers);
                }
                return copy;
            } catch (IOException | UntrustedException unfit) {
                copy.close();
                throw unfit;
            }
        } catch (PrivateCopy.NoPlaceException noPlace) {
            return inPlace(jar, allowed != null || signers != null, noPlace);
        }
    }

    /** What is verified must be what is loaded, and that only a copy can be sure of. */
    private static JarFile inPlace(File jar, boolean toBeVerified, IOException noPlace)
            throws UntrustedException, IOException {
        if (toBeVerified) {
            throw new UntrustedException("it can be verified in a copy only, and java.io.tmpdir takes none ("
                    + noPlace.getMessage() + "); name a folder there that this process can write");
        }
        AgentLog.get()
                .warn(
                        "extensions are read from their files, which must not be overwritten while they are loaded, because "
                                + "java.io.tmpdir takes no copies: {}",
                        noPlace.getMessage());
        return new JarFile(jar, true, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
