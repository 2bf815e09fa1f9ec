package dev.heddle.agent.assemble.trust;

import dev.heddle.agent.settings.AgentSetting;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JARs that an operator has looked at: the setting {@code heddle.extensions.allowed}, a file as {@code sha256sum}
 * writes it, of which the sums count and not the names.
 */
final class AllowedSums {
    private static final AgentSetting SETTING = AgentSetting.EXTENSIONS_ALLOWED;
    private static final Pattern LINE = Pattern.compile("\\\\?(\\p{XDigit}{64}) [ *].+");

    private final String file;
    private final Set<String> sums = new HashSet<>();

    private AllowedSums(String file) {
        this.file = file;
    }

    /** What the operator allows. */
    static AllowedSums of(String file, FileRights rights) throws UntrustedException {
        AllowedSums allowed = new AllowedSums(file);
        try (CheckedFile open = CheckedFile.open(new File(file), rights)) {
            String text = new String(open.content().readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\\R")) {
                allowed.add(line);
            }
        } catch (IOException unreadable) {
            throw new UntrustedException(SETTING + " names " + file + ", which cannot be read (" + unreadable
                    + "), so that nothing is allowed; write it by sha256sum *.jar");
        }
        return allowed;
    }

    private void add(String line) throws UntrustedException {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            sums.add(matcher.group(1).toLowerCase(Locale.ROOT));
        } else if (!line.isBlank() && !line.startsWith("#")) {
            throw new UntrustedException(SETTING + " names " + file
                    + ", which has a line that is none of sha256sum's, so that nothing is allowed; write it by "
                    + "sha256sum *.jar");
        }
    }

    void require(byte[] digest) throws UntrustedException {
        String sum = HexFormat.of().formatHex(digest);
        if (!sums.contains(sum)) {
            throw new UntrustedException("its SHA-256 sum is " + sum + ", which is not in " + file + " (" + SETTING
                    + "); add it by sha256sum, or copy the JAR again");
        }
    }
}
