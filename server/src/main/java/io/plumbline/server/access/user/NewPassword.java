package io.plumbline.server.access.user;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.plumbline.server.platform.web.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a password has to be like: long enough, and not among the first that somebody would try. No rules on letters: they make people
 * write passwords down.
 */
public final class NewPassword {

    public static final int SHORTEST = 8;

    /** Longer ones cost time to hash and nothing is gained. */
    public static final int LONGEST = 1_000;

    /** A million tries reach it: what many people choose, names, words, keys in a row, dates, and what is little more than those. */
    private static final int GUESSABLE = 1;

    /** The time to judge grows faster than the length, and what begins hard to guess stays so. */
    private static final int JUDGED = 64;

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Zxcvbn JUDGE = new Zxcvbn();

    private NewPassword() {}

    /**
     * @param field where what is wrong with it is told
     * @param userName whose password it is to be
     */
    public static void check(String field, String password, String userName, FieldErrors errors) {
        if (isTooShort(password)) {
            errors.add(field, "Must have " + SHORTEST + " characters or more.");
        } else if (password.length() > LONGEST) {
            errors.add(field, "Must have " + LONGEST + " characters or fewer.");
        } else if (isGuessable(password, userName)) {
            errors.add(
                    field,
                    "Is among the first that somebody would try. Three or four words that do not belong together are better.");
        }
    }

    static boolean isTooShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }

    private static boolean isGuessable(String password, String userName) {
        String judged = password.length() <= JUDGED ? password : password.substring(0, JUDGED);
        return JUDGE.measure(judged, obvious(userName)).getScore() <= GUESSABLE;
    }

    /** What somebody would try who knows the user and the product: "ada.lovelace" is "adalovelace", "ada" and "lovelace", too. */
    private static List<String> obvious(String userName) {
        List<String> words = new ArrayList<>(List.of("plumbline", "cortex", userName));
        words.add(String.join("", SEPARATORS.split(userName)));
        words.addAll(List.of(SEPARATORS.split(userName)));
        return words;
    }
}
