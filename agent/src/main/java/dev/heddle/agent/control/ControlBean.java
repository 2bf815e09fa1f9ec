package dev.heddle.agent.control;

import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/** Passes on to the live control what somebody asks for over JMX. */
final class ControlBean extends StandardMBean implements ControlMXBean {
    private final LiveControl control;

    ControlBean(LiveControl control) {
        super(ControlMXBean.class, true);
        this.control = control;
    }

    @Override
    public String reload(boolean force) {
        return line(control.reload(force));
    }

    @Override
    public String reload(String name, boolean force) {
        return line(control.reload(name, force));
    }

    @Override
    public String enable(String name, boolean force) {
        return line(control.enable(name, force));
    }

    @Override
    public String disable(String name, boolean force) {
        return line(control.disable(name, force));
    }

    @Override
    public String set(String key, String value, boolean force) {
        return line(control.set(key, value, force));
    }

    @Override
    public String detach(boolean force) {
        return line(control.detach(force));
    }

    private static String line(LiveResult result) {
        if (!result.done()) {
            throw new IllegalStateException(result.line());
        }
        return result.line();
    }

    /** What a console shows before the field in which the operator types. */
    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int position) {
        if (parameter.getType().equals("boolean")) {
            return "force";
        }
        boolean sets = operation.getName().equals("set");
        return position == 1 ? "value" : sets ? "key" : "name";
    }
}
