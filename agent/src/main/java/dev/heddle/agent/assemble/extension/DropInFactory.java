package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.settings.ExtensionSettings;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Makes what expressions say, of classes as an extension sees them and of its settings. */
final class DropInFactory {
    private final ClassLoader loader;
    private final ExtensionSettings settings;

    DropInFactory(ClassLoader loader, ExtensionSettings settings) {
        this.loader = loader;
        this.settings = settings;
    }

    /**
     * Makes an object.
     *
     * @throws InvalidExtensionException if there is no such class or method, or it throws
     */
    Object make(DropInExpression expression) throws InvalidExtensionException {
        Object made = first(expression);
        for (DropInExpression.Step step :
                expression.steps().subList(1, expression.steps().size())) {
            if (made == null) {
                throw new InvalidExtensionException(expression + " gives null before " + step.name());
            }
            made = call(made.getClass(), made, step.name(), step.arguments());
        }
        return made;
    }

    private Object first(DropInExpression expression) throws InvalidExtensionException {
        DropInExpression.Step first = expression.steps().get(0);
        for (String className : expression.classNames()) {
            Class<?> found = find(className);
            if (found != null && className.equals(first.name())) {
                return make(found, first.arguments() == null ? List.of() : first.arguments());
            }
            if (found != null) {
                return call(found, null, first.name().substring(className.length() + 1), first.arguments());
            }
        }
        throw new InvalidExtensionException("heddle.native names " + first.name()
                + ", which neither the JAR nor the application has; correct the name");
    }

    /** A class as the extension sees it, or {@code null}. */
    Class<?> find(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException nowhere) {
            return null;
        }
    }

    private Object make(Class<?> type, List<Object> arguments) throws InvalidExtensionException {
        List<Executable> candidates = new ArrayList<>(Arrays.asList(type.getConstructors()));
        return run(candidates, null, type.getName(), arguments);
    }

    private Object call(Class<?> type, Object target, String name, List<Object> arguments)
            throws InvalidExtensionException {
        List<Executable> candidates = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && Modifier.isStatic(method.getModifiers()) == (target == null)) {
                candidates.add(method);
            }
        }
        return run(candidates, target, type.getName() + '.' + name, arguments == null ? List.of() : arguments);
    }

    private Object run(List<Executable> candidates, Object target, String name, List<Object> arguments)
            throws InvalidExtensionException {
        // Reflection has no order of its own.
        candidates.sort(Comparator.comparing(Executable::toString));
        Object[] made = new Object[arguments.size()];
        for (int i = 0; i < made.length; i++) {
            made[i] = arguments.get(i) instanceof DropInExpression inner ? make(inner) : literal(arguments.get(i));
        }
        for (Executable candidate : candidates) {
            Object[] converted = Arguments.of(candidate, made);
            if (converted != null) {
                return run(candidate, target, name, converted);
            }
        }
        throw new InvalidExtensionException(name + " cannot be called with " + arguments + "; public are "
                + (candidates.isEmpty() ? "none of that name" : candidates.toString()));
    }

    /** A setting of the extension's where one is named. */
    private Object literal(Object literal) throws InvalidExtensionException {
        String text = (String) literal;
        if (!text.startsWith("$")) {
            return text;
        }
        String value = settings.get(text.substring(1));
        if (value == null) {
            throw new InvalidExtensionException("heddle.native asks for the setting "
                    + settings.spelled(text.substring(1)) + ", which nobody has made; make it");
        }
        return value;
    }

    private Object run(Executable executable, Object target, String name, Object[] arguments)
            throws InvalidExtensionException {
        try {
            executable.setAccessible(true);
            return executable instanceof Constructor<?> constructor
                    ? constructor.newInstance(arguments)
                    : ((Method) executable).invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw new InvalidExtensionException(
                    name + " has failed: " + FailureReason.of(thrown.getCause(), loader), thrown.getCause());
        } catch (ReflectiveOperationException | RuntimeException unfit) {
            throw new InvalidExtensionException(name + " cannot be called: " + unfit, unfit);
        }
    }

    /** Fits what settings say to what a constructor or method takes. */
    private static final class Arguments {
        private Arguments() {}

        /** The arguments as it takes them, or {@code null} if it does not. */
        static Object[] of(Executable executable, Object[] given) {
            Class<?>[] types = executable.getParameterTypes();
            int fixed = executable.isVarArgs() ? types.length - 1 : types.length;
            if (executable.isVarArgs() ? given.length < fixed : given.length != fixed) {
                return null;
            }
            Object[] fitted = new Object[types.length];
            for (int i = 0; i < fixed; i++) {
                fitted[i] = fit(given[i], types[i]);
                if (fitted[i] == null && given[i] != null) {
                    return null;
                }
            }
            if (executable.isVarArgs()) {
                Class<?> element = types[fixed].getComponentType();
                Object rest = Array.newInstance(element, given.length - fixed);
                for (int i = fixed; i < given.length; i++) {
                    Object each = fit(given[i], element);
                    if (each == null) {
                        return null;
                    }
                    Array.set(rest, i - fixed, each);
                }
                fitted[fixed] = rest;
            }
            return fitted;
        }

        private static Object fit(Object given, Class<?> type) {
            if (type.isInstance(given)) {
                return given;
            }
            return given instanceof String text ? LiteralValue.of(text, type) : null;
        }
    }
}
