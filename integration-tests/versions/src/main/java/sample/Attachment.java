package sample;

import java.io.IOException;

/** Waits, where the property {@code sample.late} is there, until the agent is attached to what the application has made. */
public final class Attachment {
    private Attachment() {}

    /** Says that it may be attached now, and waits for a line that says that it is. */
    public static void await() throws IOException {
        if (System.getProperty("sample.late") != null) {
            System.out.println("attach now");
            int next = System.in.read();
            if (next < 0) {
                throw new IllegalStateException("nobody attaches the agent");
            }
            System.out.println("attached");
        }
    }
}
