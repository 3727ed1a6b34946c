package org.farfield.remote.protocol.message;

/** What became of a line that a participant said. On the wire: the ordinal; constants are only ever appended. */
public enum ChatAnswer {
    /** It was numbered and sent to everybody. */
    TAKEN,
    /** There was nothing to read in it. */
    EMPTY,
    /** It had more than {@link ChatText#MOST_CHARACTERS} characters. */
    TOO_LONG,
    /** It held a control character, half a character, or one that turns the direction of what follows. */
    FORBIDDEN_CHARACTER,
    /** He said too much in too short a time. */
    TOO_OFTEN,
    /** It was not signed by him for this session, or repeats an earlier one. */
    BAD_SIGNATURE,
    /** Never sent: the client's own word for an answer that stayed out. */
    UNKNOWN
}
