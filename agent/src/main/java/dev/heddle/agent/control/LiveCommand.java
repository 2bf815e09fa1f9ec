package dev.heddle.agent.control;

import dev.heddle.agent.remote.Answer;
import dev.heddle.agent.remote.Command;
import java.util.ArrayList;
import java.util.List;

/** Has the extensions changed as somebody asks for by the command line, and answers what has come of it in a line. */
record LiveCommand(LiveControl control) implements Command {
    /** Stands behind the other words where the operator insists. */
    static final String FORCE = "--force";

    @Override
    public int run(List<String> words, Answer answer) throws Exception {
        List<String> rest = new ArrayList<>(words);
        boolean force = rest.remove(FORCE);
        LiveResult result = change(rest, force);
        if (result.done()) {
            answer.print(result.line() + "\n");
            return 0;
        }
        answer.complain(result.line());
        return 1;
    }

    private LiveResult change(List<String> words, boolean force) {
        String what = words.size() > 1 ? words.get(1) : "";
        return switch (words.get(0)) {
            case "attached" -> control.attached();
            case "detach" -> control.detach(force);
            case "disable" -> control.disable(what, force);
            case "enable" -> control.enable(what, force);
            case "set" -> control.set(what, words.get(2), force);
            default -> what.isEmpty() ? control.reload(force) : control.reload(what, force);
        };
    }
}
