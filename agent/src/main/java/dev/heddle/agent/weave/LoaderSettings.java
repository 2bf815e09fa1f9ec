package dev.heddle.agent.weave;

/** By which settings of theirs class loaders that hide Heddle hand its package on. */
final class LoaderSettings {
    private static final String OF_JBOSS_MODULES = "org.jboss.modules.ModuleClassLoader";

    private LoaderSettings() {}

    /** The end of a line of the log; empty for a loader that is not known. */
    static String mending(ClassLoader loader) {
        if (loader == null) {
            return "";
        }
        if (isOfJBossModules(loader.getClass())) {
            return ", in JBoss Modules (WildFly) by -Djboss.modules.system.pkgs=org.jboss.byteman,dev.heddle";
        }
        return Bundles.of(loader) == null
                ? ""
                : ", in OSGi by org.osgi.framework.bundle.parent=app and org.osgi.framework.bootdelegation=dev.heddle.*";
    }

    private static boolean isOfJBossModules(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(OF_JBOSS_MODULES)) {
                return true;
            }
        }
        return false;
    }
}
