package org.farfield.workstation.study;

/**
 * Where an uncompressed frame of 16 bits a pixel, little endian, lies in its file, so that it can be read without the
 * rest.
 *
 * @param offset of its first byte
 * @param fileBytes length of the file when that was found out; a file of another length is another file
 * @param bitsStored Bits Stored (0028,0101); they are the lower ones
 */
public record PixelsInFile(long offset, long fileBytes, int bitsStored) {}
