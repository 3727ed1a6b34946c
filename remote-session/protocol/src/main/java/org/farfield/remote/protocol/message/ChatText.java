package org.farfield.remote.protocol.message;

import java.util.Optional;

/** What a line of chat may hold: one line that shows as it was meant, for every reader alike. Stateless; any thread. */
public final class ChatText {
    /** The most characters (Unicode code points) of a line. */
    public static final int MOST_CHARACTERS = 500;

    private ChatText() {}

    /** Why a line is refused; empty for a good one. */
    public static Optional<ChatAnswer> fault(String text) {
        if (text.isBlank()) {
            return Optional.of(ChatAnswer.EMPTY);
        }
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            return Optional.of(ChatAnswer.TOO_LONG);
        }
        return text.codePoints().anyMatch(ChatText::forbidden)
                ? Optional.of(ChatAnswer.FORBIDDEN_CHARACTER)
                : Optional.empty();
    }

    /** Controls and separators break the line; the others would let a text pose as the name in front of it. */
    private static boolean forbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default ->
                character == 0x061C
                        || character == 0x200E
                        || character == 0x200F
                        || (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
        };
    }

    static String checked(String text) {
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException("chat text: " + fault);
        });
        return text;
    }
}
