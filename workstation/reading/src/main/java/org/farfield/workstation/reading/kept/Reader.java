package org.farfield.workstation.reading.kept;

/**
 * Who reads at this workstation, as documents name them.
 *
 * @param name as DICOM writes names: {@code Family^Given=ideographic}
 * @param organization where they read
 * @param language of what they write: {@code en} or {@code zh-CN}
 */
public record Reader(String name, String organization, String language) {}
