package dev.heddle.agent.assemble.extension;

import java.util.ArrayList;
import java.util.List;

/**
 * How an object is made of a class that no service file names: as Java says it, less {@code new}.
 *
 * <pre>
 *   com.example.Tracing                                    by the constructor without parameters
 *   com.example.Limit(20, 'orders.*', $token)              with arguments, the last of which is a setting of the extension
 *   com.example.Telemetry.create(com.example.Global.get()).newInterceptor()
 * </pre>
 *
 * @param text as the setting has it
 * @param steps a name that may be a class or a class and a method of it, then methods of what that gives
 */
record DropInExpression(String text, List<Step> steps) {

    /**
     * A name with arguments.
     *
     * @param arguments a {@code DropInExpression}, or a literal as {@code String}; {@code null} if there are no brackets
     */
    record Step(String name, List<Object> arguments) {}

    /**
     * The expressions of a setting.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static List<DropInExpression> all(String setting) {
        Reader reader = new Reader(setting);
        List<DropInExpression> all = new ArrayList<>();
        while (!reader.atEnd()) {
            all.add(reader.expression());
            if (!reader.atEnd()) {
                reader.require(',');
            }
        }
        return all;
    }

    /** The classes that it may begin with, the likelier first. */
    List<String> classNames() {
        String name = steps.get(0).name();
        int last = name.lastIndexOf('.');
        return last < 0 || steps.get(0).arguments() == null ? List.of(name) : List.of(name, name.substring(0, last));
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads from left to right, of each thing the whole. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean atEnd() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at == text.length();
        }

        private boolean isNext(char expected) {
            return !atEnd() && text.charAt(at) == expected;
        }

        void require(char expected) {
            if (!isNext(expected)) {
                throw new IllegalArgumentException("has no " + expected + " at its character " + (at + 1));
            }
            at++;
        }

        DropInExpression expression() {
            atEnd();
            int begin = at;
            List<Step> steps = new ArrayList<>();
            do {
                if (!steps.isEmpty()) {
                    require('.');
                }
                String name = name();
                steps.add(new Step(name, isNext('(') ? arguments() : null));
            } while (isNext('.'));
            return new DropInExpression(text.substring(begin, at).strip(), steps);
        }

        private String name() {
            atEnd();
            int begin = at;
            while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || isDotInName())) {
                at++;
            }
            if (begin == at || Character.isDigit(text.charAt(begin))) {
                throw new IllegalArgumentException("has no name at its character " + (begin + 1));
            }
            return text.substring(begin, at);
        }

        private boolean isDotInName() {
            return text.charAt(at) == '.'
                    && at + 1 < text.length()
                    && Character.isJavaIdentifierStart(text.charAt(at + 1));
        }

        private List<Object> arguments() {
            List<Object> arguments = new ArrayList<>();
            require('(');
            while (!atEnd() && !isNext(')')) {
                if (!arguments.isEmpty()) {
                    require(',');
                }
                arguments.add(argument());
            }
            require(')');
            return arguments;
        }

        /** A text in quotes, a number or word without a dot before letters, or an expression. */
        private Object argument() {
            for (char quote : new char[] {'\'', '"'}) {
                if (isNext(quote)) {
                    int end = text.indexOf(quote, at + 1);
                    if (end < 0) {
                        throw new IllegalArgumentException("has no " + quote + " after its character " + (at + 1));
                    }
                    String literal = text.substring(at + 1, end);
                    at = end + 1;
                    return literal;
                }
            }
            int begin = at;
            while (at < text.length() && ",)(".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(begin, at).strip();
            boolean literal = !word.matches("[\\p{Alpha}_][\\w$]*(\\.[\\p{Alpha}_][\\w$]*)+") && !isNext('(');
            if (literal) {
                return word;
            }
            at = begin;
            return expression();
        }
    }
}
