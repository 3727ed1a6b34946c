package org.farfield.dicom.codec.jpeg2000;

/** The samples of one component of one tile on their way from coefficients to a picture. One thread. */
sealed interface WaveletPlane permits ReversiblePlane, IrreversiblePlane {
    /**
     * Takes the coefficients of a block to its place among the bands of its resolution.
     *
     * @param values as {@link BlockDecoder} leaves them
     * @param step the quantization step of the band, for the irreversible transform
     */
    void put(Band band, CodeBlock block, int[] values, float step);

    /** Makes a resolution of that below it and of its three bands, which were put before. */
    void raise(Area resolution);

    /** The finished samples, row by row, before the level shift. */
    int[][] samples();
}
