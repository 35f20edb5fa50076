package io.plumbline.simulator.xql;

import io.plumbline.simulator.xql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into pieces. */
final class Lexer {

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws ParseException {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Kind.END);
        return tokens;
    }

    private Token next() throws ParseException {
        skipBlanks();
        int start = at;
        if (at == text.length()) {
            return token(Kind.END, "<EOF>", start);
        }
        char c = text.charAt(at);
        if (c == '"') {
            return string(start);
        }
        if (Character.isDigit(c)) {
            return number(start);
        }
        if (Character.isLetter(c) || c == '_') {
            skipWhileWord();
            return token(Kind.WORD, text.substring(start, at), start);
        }
        var two = text.substring(at, Math.min(text.length(), at + 2));
        if (two.equals("!=") || two.equals(">=") || two.equals("<=") || two.equals("~=")) {
            at += 2;
            return token(Kind.SYMBOL, two, start);
        }
        if ("|=<>(),*-+".indexOf(c) >= 0) {
            at++;
            return token(Kind.SYMBOL, String.valueOf(c), start);
        }
        throw new ParseException(
                token(Kind.SYMBOL, String.valueOf(c), start), "token recognition error at: '" + c + "'");
    }

    private Token string(int start) throws ParseException {
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return token(Kind.STRING, value.toString(), start);
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = text.charAt(at);
            }
            value.append(c);
        }
        throw new ParseException(token(Kind.STRING, value.toString(), start), "token recognition error at: '\"'");
    }

    private Token number(int start) {
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        int digits = at;
        skipWhileWord();
        return token(at == digits ? Kind.NUMBER : Kind.DURATION, text.substring(start, at), start);
    }

    private void skipWhileWord() {
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '.')) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
            at++;
        }
    }

    private Token token(Kind kind, String value, int start) {
        return new Token(kind, value, line, start - lineStart);
    }
}
