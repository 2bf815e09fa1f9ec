package dev.heddle.api;

/**
 * A place in the code of an application that calls something: see {@link CodeWatcher}.
 *
 * @param className the class that the code is in
 * @param methodName the method that the code is in; of a lambda the one that the compiler has made of it
 * @param line the line, or 0 where the class file has none
 * @param owner the class whose method or field it is, as the code names it
 * @param name its name; of a constructor {@code <init>}
 * @param descriptor its descriptor; of a field that is read its type's, such as {@code J}, and of one that is set {@code (J)}
 */
public record CodeSite(String className, String methodName, int line, String owner, String name, String descriptor) {
    /** What is called, such as {@code java.lang.System.currentTimeMillis}; of a constructor the class. */
    public String member() {
        return name.equals("<init>") ? owner : owner + '.' + name;
    }
}
