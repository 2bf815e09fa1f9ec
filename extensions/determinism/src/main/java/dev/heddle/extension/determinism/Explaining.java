package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import dev.heddle.api.CodeWatcher;
import dev.heddle.extension.determinism.explain.Explanations;

/** Looks at no code and explains what the SDK finds, where that does not say which threads are its workflows'. */
final class Explaining implements CodeWatcher {
    private final Explanations explanations;

    Explaining(Explanations explanations) {
        this.explanations = explanations;
    }

    @Override
    public boolean reads(String className) {
        return false;
    }

    @Override
    public boolean watches(String owner, String name, String descriptor) {
        return false;
    }

    @Override
    public boolean here() {
        return false;
    }

    @Override
    public Error called(CodeSite site, Object target, Object argument) {
        return null;
    }

    @Override
    public void stuck(Throwable detected) {
        explanations.stuck(detected);
    }

    @Override
    public String explain(Throwable failure, Object history) {
        return explanations.explain(failure, history);
    }
}
