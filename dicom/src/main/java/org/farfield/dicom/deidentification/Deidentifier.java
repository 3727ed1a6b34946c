package org.farfield.dicom.deidentification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;

/**
 * De-identifies composite objects by the Basic Application Level Confidentiality Profile with options (PS3.15 E.2, E.3)
 * and says so in the object (PS3.3 C.12.1.1.1.6). Objects of one patient get one pseudonym, and what refers to another
 * object still does, as long as the {@link Pseudonyms} are the same. Any thread.
 *
 * <p>Where the table offers several actions (X/Z/D), the attribute is removed from images of the plain kinds (CT, MR,
 * CR, ultrasound, secondary capture), in which none of these is required, and emptied or replaced in all others.
 */
public final class Deidentifier {
    private final EnumSet<ProfileOption> options;
    private final Pseudonyms pseudonyms;
    private final Optional<String> patient;

    /**
     * A result.
     *
     * @param file the de-identified object
     * @param notes what a person should know: text elements that had to be replaced although the table keeps them, and
     *     why names may be burned into the pixels; without any value of the object
     */
    public record Result(DicomFile file, List<String> notes) {
        public Result {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A de-identifier.
     *
     * @param patient name and id that every patient gets, instead of one made from the original id
     * @throws IllegalArgumentException when dates are to be kept both as they are and modified
     */
    public Deidentifier(Set<ProfileOption> options, Pseudonyms pseudonyms, Optional<String> patient) {
        this.options = EnumSet.noneOf(ProfileOption.class);
        this.options.addAll(options);
        if (options.contains(ProfileOption.RETAIN_FULL_DATES)
                && options.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
            throw new IllegalArgumentException("dates are kept either as they are or modified");
        }
        this.pseudonyms = pseudonyms;
        this.patient = patient;
    }

    /**
     * A de-identified copy; the given file stays as it is. What was big endian becomes little endian. Pixels are not
     * looked at: see {@link PixelCleaning}.
     */
    public Result apply(DicomFile file) {
        DataSet original = file.dataSet();
        DataSet copy = original.copy();
        String identity = identity(original);
        String name = patient.orElseGet(() -> pseudonyms.patient(identity));
        IdentityWords words = new IdentityWords();
        words.learn(original);
        DateShift shift = new DateShift(pseudonyms.daysBack(identity));
        new ProfileActions(
                        options,
                        pseudonyms,
                        shift,
                        original.string(Tag.SOP_CLASS_UID).orElse(""))
                .apply(copy);
        EmbeddedOverlays.remove(original, copy);
        copy.set(Tag.PATIENT_NAME, name).set(Tag.PATIENT_ID, name);
        words.sweep(copy, Set.of(Tag.PATIENT_NAME, Tag.PATIENT_ID), pseudonyms);
        Statement.put(copy, options);
        List<String> notes = new ArrayList<>();
        words.swept().forEach(tag -> notes.add(Tag.describe(tag) + " named somebody and was replaced"));
        if (!options.contains(ProfileOption.CLEAN_PIXEL_DATA)) {
            BurnedIn.reason(original).ifPresent(notes::add);
        }
        TransferSyntax syntax = file.transferSyntax();
        return new Result(
                DicomFile.of(copy, syntax.bigEndian() ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax), notes);
    }

    /** What tells this patient from others: the id with its issuer, else the name, else the study. */
    private static String identity(DataSet original) {
        String id = original.string(Tag.PATIENT_ID).orElse("");
        if (!id.isBlank()) {
            return id + "\n" + original.string(Tag.ISSUER_OF_PATIENT_ID).orElse("");
        }
        return original.string(Tag.PATIENT_NAME)
                .filter(name -> !name.isBlank())
                .or(() -> original.string(Tag.STUDY_INSTANCE_UID))
                .orElse("");
    }
}
