package org.farfield.remote.gateway.journal;

/**
 * One entry that was found whole and in its place.
 *
 * @param number 1 = the first
 * @param body what was written; not changed by anyone
 * @param hash its SHA-256 in the chain, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes
public record JournalEntry(long number, byte[] body, byte[] hash) {}
