package org.farfield.workstation.report;

/**
 * What was added to a report after it was signed.
 *
 * @param author as DICOM writes names
 * @param at {@code yyyyMMddHHmmss} with an offset
 */
public record Addendum(String text, String author, String at) {}
