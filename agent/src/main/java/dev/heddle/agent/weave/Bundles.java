package dev.heddle.agent.weave;

/**
 * Bundles of OSGi, which a class of Heddle's cannot ask what their code finds: their loaders hand a request that comes from
 * outside to the application's class loader (Felix's implicit boot delegation), and none that comes from within. A bundle
 * itself answers as for its own code.
 */
final class Bundles {
    private static final String REFERENCE = "org.osgi.framework.BundleReference";

    private Bundles() {}

    /** The bundle whose classes a loader loads; {@code null} for any other loader. */
    static Object of(ClassLoader loader) {
        Class<?> reference = reference(loader.getClass());
        try {
            return reference == null ? null : reference.getMethod("getBundle").invoke(loader);
        } catch (ReflectiveOperationException noBundleAnyMore) {
            return null;
        }
    }

    /** Whether code of a bundle finds a class under its name. */
    static boolean finds(Object bundle, Class<?> wanted) {
        try {
            // By the interface, for a framework need not open its classes.
            Class<?> type = Class.forName(
                    "org.osgi.framework.Bundle", false, bundle.getClass().getClassLoader());
            return type.getMethod("loadClass", String.class).invoke(bundle, wanted.getName()) == wanted;
        } catch (ReflectiveOperationException hidden) {
            return false;
        }
    }

    private static Class<?> reference(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> implemented : each.getInterfaces()) {
                if (implemented.getName().equals(REFERENCE)) {
                    return implemented;
                }
            }
        }
        return null;
    }
}
