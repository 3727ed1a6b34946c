package org.farfield.workstation.study.structures;

import java.util.List;
import org.farfield.rendering.volume.Volume;

/**
 * The structures of one object as label maps. Where two overlap, the second one lies in another map, so that both are
 * seen.
 *
 * @param uid SOP Instance UID of the object
 * @param title what the object is called
 * @param layers a voxel's stored value is the number of its structure, 0 for none
 * @param notes what of the object is not shown, one line each
 */
public record StructureSet(
        String uid, String title, List<Structure> structures, List<Volume> layers, List<String> notes) {
    /** Segmentation Storage (PS3.4 B.5). */
    public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

    /** RT Structure Set Storage (PS3.4 B.5). */
    public static final String RT_STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";

    /** Keeps its own copies. */
    public StructureSet {
        structures = List.copyOf(structures);
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }
}
