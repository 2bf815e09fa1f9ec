package dev.heddle.agent.control;

/**
 * Live control over JMX, {@code dev.heddle:type=Control}: what the commands of the same names do, with the same rules.
 * Each returns the line that the command prints, and throws an {@code IllegalStateException} with that line where it is
 * refused; {@code force} is the operator's {@code --force}.
 */
public interface ControlMXBean {
    /** Takes the extensions that the folder has now. */
    String reload(boolean force);

    /** Has an extension register anew, from the file that is there now. */
    String reload(String name, boolean force);

    /** Takes an extension in that was disabled. */
    String enable(String name, boolean force);

    /** Takes an extension out. */
    String disable(String name, boolean force);

    /** Makes a setting; the extension that it is of registers anew. */
    String set(String key, String value, boolean force);

    /** Has Heddle leave this JVM, and this bean with it. */
    String detach(boolean force);
}
