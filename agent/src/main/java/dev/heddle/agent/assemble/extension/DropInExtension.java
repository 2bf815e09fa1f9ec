package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.dropin.DropInType;
import dev.heddle.agent.settings.ExtensionSettings;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands for a JAR without any type of Heddle's: makes the objects of the libraries' own types that its service files name,
 * one of each class, and those that the setting {@code heddle.native} does.
 */
final class DropInExtension implements Extension {
    private final List<DropInSource> sources;
    private final ClassLoader loader;
    private final ExtensionSettings settings;
    private final DropInFactory factory;
    private final Map<String, Object> made = new HashMap<>();

    DropInExtension(List<DropInSource> sources, ClassLoader loader, ExtensionSettings settings) {
        this.sources = sources;
        this.loader = loader;
        this.settings = settings;
        this.factory = new DropInFactory(loader, settings);
    }

    /** The class loader of its JAR. */
    ClassLoader loader() {
        return loader;
    }

    @Override
    public int order() {
        return DropInSetting.ORDER.number(settings);
    }

    @Override
    public boolean failClosed() {
        return DropInSetting.GUARD.flag(settings);
    }

    @Override
    public void register(Interceptors interceptors, Settings same) throws InvalidExtensionException {
        String place = DropInSetting.PLACE.text(settings);
        if (!place.equals("outer") && !place.equals("inner")) {
            throw new InvalidExtensionException(settings.spelled(DropInSetting.PLACE.key()) + " is '" + place
                    + "' and should be " + DropInSetting.PLACE.fits());
        }
        Registrations registrations = (Registrations) interceptors;
        for (DropInSource source : sources) {
            if (source.type() == null) {
                addAll(source, registrations, place.equals("inner"));
            } else {
                add(source, registrations, place.equals("inner"));
            }
        }
    }

    private void add(DropInSource source, Registrations registrations, boolean inner) throws InvalidExtensionException {
        Class<?> type = factory.find(source.type().typeName());
        if (type == null) {
            registrations.lacks(source.type());
            return;
        }
        Object object = made.get(source.className());
        if (object == null) {
            object = make(source, type);
            made.put(source.className(), object);
        }
        if (!type.isInstance(object)) {
            throw wrongType(source);
        }
        registrations.add(source.type(), object, inner);
    }

    /** Adds what the setting gives as all that it is. */
    private void addAll(DropInSource source, Registrations registrations, boolean inner)
            throws InvalidExtensionException {
        Object object = factory.make(source.expression());
        boolean any = false;
        for (DropInType each : DropInType.values()) {
            Class<?> type = factory.find(each.typeName());
            if (type != null && type.isInstance(object)) {
                registrations.add(each, object, inner);
                any = true;
            }
        }
        if (!any) {
            throw new InvalidExtensionException("heddle.native gives "
                    + (object == null ? "null" : "a " + object.getClass().getName()) + " by " + source.expression()
                    + ", which is of none of the types that the application's libraries call");
        }
    }

    private Object make(DropInSource source, Class<?> type) throws InvalidExtensionException {
        Class<?> found = factory.find(source.className());
        if (found == null) {
            throw new InvalidExtensionException(source.place() + " names " + source.className()
                    + ", which neither the JAR nor the application has; correct the name, or build the JAR again");
        }
        if (!type.isAssignableFrom(found)) {
            throw wrongType(source);
        }
        try {
            return found.getConstructor().newInstance();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException unfit) {
            throw new InvalidExtensionException(
                    found.getName() + " has no public constructor without parameters; name it in heddle.native with "
                            + "its arguments",
                    unfit);
        } catch (InvocationTargetException thrown) {
            throw new InvalidExtensionException(
                    found.getName() + " cannot be made: " + FailureReason.of(thrown.getCause(), loader),
                    thrown.getCause());
        }
    }

    private static InvalidExtensionException wrongType(DropInSource source) {
        return new InvalidExtensionException(source.place() + " names " + source.className() + ", which is no "
                + source.type().typeName() + "; it should name a class that implements that");
    }
}
