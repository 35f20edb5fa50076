package io.plumbline.simulator.xql;

import io.plumbline.simulator.xql.Token.Kind;
import java.util.List;

/** Walks over the pieces of a query. Not thread-safe. */
final class Tokens {

    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() throws ParseException {
        var token = peek();
        if (token.kind() == Kind.END) {
            throw unexpected(token);
        }
        at++;
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    boolean accept(String word) {
        boolean accepted = peek().is(word);
        if (accepted) {
            at++;
        }
        return accepted;
    }

    void expect(String word) throws ParseException {
        var token = peek();
        if (!accept(word)) {
            throw unexpected(token);
        }
    }

    String word() throws ParseException {
        var token = next();
        if (token.kind() != Kind.WORD) {
            throw unexpected(token);
        }
        return token.text();
    }

    long wholeNumber() throws ParseException {
        var token = next();
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException e) {
            throw unexpected(token);
        }
    }

    void skipToPipe() {
        while (!atEnd() && !peek().is("|")) {
            at++;
        }
    }

    static ParseException unexpected(Token token) {
        return new ParseException(token, "no viable alternative at input '" + token.text() + "'");
    }
}
