package dev.heddle.agent.control;

import dev.heddle.agent.status.OpenData;
import dev.heddle.agent.status.Status;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenMBeanInfoSupport;

/** The status over JMX, read only: the attribute {@code Status} of {@code dev.heddle:type=Status}. */
final class StatusBean implements DynamicMBean {
    private static final String ATTRIBUTE = "Status";

    private final StatusReader reader;

    StatusBean(StatusReader reader) {
        this.reader = reader;
    }

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException, MBeanException {
        if (!attribute.equals(ATTRIBUTE)) {
            throw new AttributeNotFoundException(attribute);
        }
        try {
            return OpenData.of(reader.read());
        } catch (OpenDataException impossible) {
            throw new MBeanException(impossible);
        }
    }

    @Override
    public AttributeList getAttributes(String[] attributes) {
        AttributeList list = new AttributeList();
        for (String attribute : attributes) {
            try {
                list.add(new Attribute(attribute, getAttribute(attribute)));
            } catch (JMException missing) {
                // As the contract has it, such a one is left out.
            }
        }
        return list;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName() + " cannot be set");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String operation, Object[] parameters, String[] signature) {
        throw new UnsupportedOperationException(operation);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        try {
            OpenMBeanAttributeInfo status = new OpenMBeanAttributeInfoSupport(
                    ATTRIBUTE,
                    "What Heddle has woven, loaded and counted",
                    OpenData.type(Status.class),
                    true,
                    false,
                    false);
            return new OpenMBeanInfoSupport(
                    StatusBean.class.getName(), "Heddle", new OpenMBeanAttributeInfo[] {status}, null, null, null);
        } catch (OpenDataException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
