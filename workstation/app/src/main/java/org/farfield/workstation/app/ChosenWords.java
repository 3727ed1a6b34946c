package org.farfield.workstation.app;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The words of what is chosen in a list; nothing is typed there. No choice has no words. */
public final class ChosenWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    /** Words by a function, which is never asked for no choice. */
    public ChosenWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("nothing is typed into a list: " + typed);
    }
}
