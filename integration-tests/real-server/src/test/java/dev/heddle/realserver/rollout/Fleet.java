package dev.heddle.realserver.rollout;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Some members, each of which is replaced when the fleet changes, as it is while it works. */
final class Fleet implements AutoCloseable {
    private final String target;
    private final Path keys;
    private final Member[] members;
    private int count;

    /** One process. */
    private static final class Member {
        private final Process process;
        private final BufferedReader output;
        private final Writer commands;

        Member(Process process) {
            this.process = process;
            this.output = ForkedJvm.outputOf(process);
            this.commands = process.outputWriter(StandardCharsets.UTF_8);
        }

        void tell(String command) throws IOException {
            commands.write(command + '\n');
            commands.flush();
            await("done " + command.split(" ")[0]);
        }

        void await(String text) throws IOException {
            String read = ForkedJvm.await(output, text);
            if (read.contains("ERROR heddle")) {
                throw new AssertionError(read);
            }
        }

        void end() throws IOException {
            commands.close();
            await("ended");
        }
    }

    /** Of so many members. */
    Fleet(String target, Path keys, int size) {
        this.target = target;
        this.keys = keys;
        this.members = new Member[size];
    }

    /** Replaces a member by one of another mode, {@code null} for one without Heddle; both work for a while. */
    void replace(int place, String mode) {
        ForkedJvm jvm = ForkedJvm.ofCustomer();
        if (mode != null) {
            jvm.agent("extensions=" + Repository.extensionJar("payload-codec") + ",extension.payload-codec.key=k1"
                    + ",extension.payload-codec.keys.folder=" + keys + ",extension.payload-codec.mode=" + mode);
        }
        count++;
        Member next = new Member(jvm.start(FleetMember.class.getName(), target, "member" + count));
        Member before = members[place];
        members[place] = next;
        try {
            next.await("done load 2");
            if (before != null) {
                before.end();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Has a member do something, and waits until it is done. */
    void tell(int place, String command) {
        try {
            members[place].tell(command);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        for (Member member : members) {
            if (member != null) {
                member.process.destroyForcibly();
            }
        }
    }
}
