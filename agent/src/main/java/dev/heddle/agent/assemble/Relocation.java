package dev.heddle.agent.assemble;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/**
 * Links a class file to a library that was moved to another package. Names and descriptors all stand as text in the
 * constant pool and nothing in the file depends on the length of one, so no class file library is needed.
 *
 * @param packages in pairs, with slashes: one as it was at compile time, and where its library is
 */
record Relocation(String... packages) implements UnaryOperator<byte[]> {
    private static final int MAGIC_AND_VERSION = 8;

    @Override
    public byte[] apply(byte[] classFile) {
        ByteArrayOutputStream moved = new ByteArrayOutputStream(classFile.length * 2);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
                DataOutputStream out = new DataOutputStream(moved)) {
            out.write(in.readNBytes(MAGIC_AND_VERSION));
            int constants = in.readUnsignedShort();
            out.writeShort(constants);
            for (int i = 1; i < constants; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                switch (tag) {
                    case 1 -> out.writeUTF(moved(in.readUTF()));
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> out.write(in.readNBytes(4));
                    case 5, 6 -> {
                        out.write(in.readNBytes(8));
                        // A long or double takes two places in the pool.
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> out.write(in.readNBytes(2));
                    case 15 -> out.write(in.readNBytes(3));
                    default -> throw new IOException("constant of unknown kind " + tag);
                }
            }
            in.transferTo(out);
        } catch (IOException notAClassFile) {
            throw new UncheckedIOException(notAClassFile);
        }
        return moved.toByteArray();
    }

    private String moved(String text) {
        String moved = text;
        for (int i = 0; i < packages.length; i += 2) {
            moved = moved.replace(packages[i], packages[i + 1]);
        }
        return moved;
    }
}
