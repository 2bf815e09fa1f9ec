package dev.heddle.agent.assemble;

/** Is told of the workflow types that workers of an application register. */
public interface WorkflowTypes {
    /** Told of types before a worker knows them: classes that implement workflows, or the interface that a factory makes. */
    void registered(Class<?>... types);
}
