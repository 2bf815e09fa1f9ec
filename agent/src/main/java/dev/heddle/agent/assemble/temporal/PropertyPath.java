package dev.heddle.agent.assemble.temporal;

import java.lang.reflect.Method;
import java.util.List;

/** The getters from an object of a class to one of its properties, as the SDK's version has them. */
record PropertyPath(List<Step> steps) {

    /**
     * One getter.
     *
     * @param owner the class it is called on, to which a value of another is not let through
     */
    record Step(Class<?> owner, Method getter) {}
}
