package dev.heddle.agent.weave;

import java.util.LinkedHashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;

/** What the code of a class uses, as the constant pool of its file has it; and the file with what tells of some of that. */
public final class CodeFile {
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;

    private final ClassReader reader;
    private final Set<String> owners = new LinkedHashSet<>();
    private boolean watched;

    /** Reads the constants, and the code if these leave open whether a field is a static one. */
    public CodeFile(byte[] classFile, CodeScope scope) {
        reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        boolean field = false;
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            int tag = item == 0 ? 0 : reader.readByte(item - 1);
            if (tag >= FIELD && tag <= INTERFACE_METHOD) {
                String owner = reader.readClass(item, buffer);
                int member = reader.getItem(reader.readUnsignedShort(item + 2));
                String name = reader.readUTF8(member, buffer);
                String descriptor = reader.readUTF8(member + 2, buffer);
                owners.add(owner);
                if (tag == FIELD) {
                    field |= scope.watches(owner, name, descriptor);
                    field |= scope.watches(owner, name, '(' + descriptor + ')');
                } else {
                    watched |= scope.watches(owner, name, descriptor);
                }
            }
        }
        watched |= field && new StaticFields(scope).areIn(reader);
    }

    /** Tells the scope what it has found. */
    public CodeFile tell(CodeScope scope) {
        scope.read(reader.getClassName(), owners, watched);
        return this;
    }

    /** Whether there is something to tell of. */
    public boolean watched() {
        return watched;
    }

    /** The class file that tells; bodies alone change, and no branch is added. */
    byte[] telling(CodeScope scope) {
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new CodeVisitor(writer, scope), 0);
        return writer.toByteArray();
    }
}
