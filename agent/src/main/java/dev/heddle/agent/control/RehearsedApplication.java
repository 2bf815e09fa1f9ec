package dev.heddle.agent.control;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.LibraryKind;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.status.Check;
import dev.heddle.agent.status.Status;
import dev.heddle.agent.weave.WeavePoint;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** An application that does not run, by the loader of its classes, and what the agent would do in it. */
final class RehearsedApplication {
    private static final String NOTHING =
            "neither Temporal's SDK nor grpc-java is in it, so that Heddle would do nothing; "
                    + "if they lie elsewhere, name the whole class path with -cp";

    private final RunningAgent agent;
    private final ClassLoader loader;
    private final Complaints complaints;
    private final Set<LibraryKind> libraries = EnumSet.noneOf(LibraryKind.class);
    /** Held here, for nothing that is woven runs that would hold it. */
    private Installation installation;
    /** The places that have the same classes. */
    private final Set<List<String>> twice = new HashSet<>();

    RehearsedApplication(RunningAgent agent, ClassLoader loader, Complaints complaints) {
        this.agent = agent;
        this.loader = loader;
        this.complaints = complaints;
    }

    /** Does what is done when it runs, and says what came of it. */
    Check check(String application) {
        for (String className : new TreeSet<>(WeavePoint.classNames())) {
            load(className);
        }
        List<Check.Category> categories = new ArrayList<>();
        if (libraries.isEmpty()) {
            complaints.add(NOTHING);
        } else {
            installation = agent.rehearse(loader);
            Chains chains = installation.rehearse();
            libraries.forEach(library -> add(library, chains, categories));
        }
        return check(application, agent.status(), categories);
    }

    private Check check(String name, Status status, List<Check.Category> categories) {
        List<Check.Extension> extensions = new ArrayList<>();
        List<Status.Library> woven = new ArrayList<>();
        List<Status.LeftOut> leftOut = new ArrayList<>();
        for (Status.Application application : status.applications()) {
            application.extensions().forEach(each -> extensions.add(Check.Extension.of(each)));
            woven.addAll(application.libraries());
            leftOut.addAll(application.leftOut());
        }
        Status.Agent of = status.agent();
        return new Check(
                of.version(),
                of.java(),
                name,
                of.settings(),
                woven,
                categories,
                extensions,
                leftOut,
                complaints.lines());
    }

    /** Loads a class that is woven, and no more: it is not initialised. */
    private void load(String className) {
        String classFile = className + ".class";
        if (loader.getResource(classFile) == null) {
            return;
        }
        try {
            requireOne(className, Collections.list(loader.getResources(classFile)));
            Class.forName(className.replace('/', '.'), false, loader);
            for (WeavePoint point : WeavePoint.in(className)) {
                libraries.add(LibraryKind.of(point.name(), loader));
            }
        } catch (ClassNotFoundException | LinkageError | IOException broken) {
            complaints.add(className.replace('/', '.') + " cannot be loaded: " + broken);
        }
    }

    /** Says once of a library that it is there more than once. */
    private void requireOne(String className, List<URL> places) {
        List<String> jars = new ArrayList<>();
        for (URL place : places) {
            jars.add(place.getPath()
                    .replaceFirst("!?/" + className + "\\.class$", "")
                    .replaceFirst("^file:", ""));
        }
        if (jars.size() > 1 && twice.add(jars)) {
            complaints.add(className.replace('/', '.') + " is in " + String.join(" and in ", jars)
                    + ", of which the first is taken; remove one of them");
        }
    }

    private void add(LibraryKind library, Chains chains, List<Check.Category> categories) {
        List<Operation> operations = library.operations() == null ? null : operations(library);
        for (Category category : Category.values()) {
            // What temporal-shaded brings along has the same categories as gRPC itself.
            if (library.has(category)
                    && categories.stream().noneMatch(each -> each.name().equals(category.name()))) {
                categories.add(operations == null ? any(category, chains) : counted(category, operations, chains));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<Operation> operations(LibraryKind library) {
        try {
            return ((Supplier<List<Operation>>) agent.loader()
                            .between(library.folder(), loader, library.relocation())
                            .loadClass(library.operations())
                            .getConstructor(ClassLoader.class)
                            .newInstance(loader))
                    .get();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError strange) {
            complaints.add("this version of Temporal's SDK is none that Heddle knows: " + strange);
            return List.of();
        }
    }

    private static Check.Category any(Category category, Chains chains) {
        Set<String> names = new LinkedHashSet<>();
        for (ExtensionHealth extension : chains.wanting(category)) {
            names.add(extension.name());
        }
        return new Check.Category(category.name(), List.copyOf(names), null);
    }

    /** Several methods of one name are one operation here. */
    private static Check.Category counted(Category category, List<Operation> all, Chains chains) {
        TreeMap<String, List<String>> interceptors = new TreeMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (Operation operation : all) {
            if (operation.category() == category) {
                List<String> of = interceptors.computeIfAbsent(operation.name(), none -> new ArrayList<>());
                Chain chain = chains.of(operation);
                for (int i = 0; chain != null && i < chain.size(); i++) {
                    String name = chain.link(i).health().name();
                    names.add(name);
                    if (!of.contains(name)) {
                        of.add(name);
                    }
                }
            }
        }
        List<Check.Operation> operations = new ArrayList<>();
        interceptors.forEach((name, by) -> operations.add(new Check.Operation(name, by)));
        return new Check.Category(category.name(), List.copyOf(names), operations);
    }
}
