package io.plumbline.server.finding;

/** A word of the API that the database has as a number. */
interface Stored {

    int stored();

    /** @throws IllegalArgumentException for a number that stands for none */
    static <E extends Enum<E> & Stored> E of(Class<E> type, int number) {
        for (E word : type.getEnumConstants()) {
            if (word.stored() == number) {
                return word;
            }
        }
        throw new IllegalArgumentException("no " + type.getSimpleName() + " is stored as " + number);
    }
}
