package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.MislabelledText;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.codec.FrameCodec;

/** Reads one file's header and takes from it what a study list and a stack need. Any thread. */
final class HeaderReader {
    private HeaderReader() {}

    static Header read(Path file) {
        try {
            DicomFile dicom = Part10.read(file, ReadOptions.HEADER);
            return dicom.sopClassUid().equals(Uids.MEDIA_STORAGE_DIRECTORY)
                    ? new Header.Directory()
                    : found(file, dicom);
        } catch (DicomException e) {
            return switch (e.reason()) {
                case NOT_DICOM -> new Header.NotDicom();
                case UNSUPPORTED -> bad(file, Problem.Kind.UNSUPPORTED, cause(e));
                case MALFORMED, TRUNCATED, LIMIT -> bad(file, Problem.Kind.MALFORMED, cause(e));
            };
        } catch (IOException e) {
            return bad(file, Problem.Kind.UNREADABLE, FileWalk.cause(e));
        } catch (RuntimeException e) {
            return bad(file, Problem.Kind.MALFORMED, "it breaks the reader: " + e);
        }
    }

    /** The message without the file's name in front, where there is one. */
    static String cause(DicomException e) {
        String message = e.getCause() instanceof DicomException inner ? inner.getMessage() : e.getMessage();
        return message == null ? e.reason().toString() : message;
    }

    private static Header bad(Path file, Problem.Kind kind, String cause) {
        return new Header.Bad(new Problem(file, kind, cause));
    }

    private static Header found(Path file, DicomFile dicom) throws IOException {
        DataSet d = dicom.dataSet();
        TransferSyntax syntax = dicom.transferSyntax();
        List<Problem> problems = new ArrayList<>();
        for (String note : dicom.notes()) {
            problems.add(new Problem(file, Problem.Kind.MALFORMED, note));
        }
        MislabelledText.mend(d)
                .ifPresent(text ->
                        problems.add(new Problem(file, Problem.Kind.TEXT, text.sentence() + "; it is shown as that")));
        for (int tag : new int[] {Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID}) {
            if (text(d, tag).isEmpty()) {
                problems.add(new Problem(file, Problem.Kind.MALFORMED, "it has no " + Tag.describe(tag)));
            }
        }
        Instance instance = new Instance(
                file,
                dicom.sopInstanceUid(),
                dicom.sopClassUid(),
                syntax.uid(),
                syntax.name(),
                !syntax.encapsulated() || FrameCodec.of(syntax).isPresent(),
                d.strings(Tag.IMAGE_TYPE),
                number(d, Tag.INSTANCE_NUMBER),
                number(d, Tag.ACQUISITION_NUMBER),
                FrameReading.count(d),
                FrameReading.of(d, file, PixelEnd.of(file, dicom, problems), problems));
        return new Header.Found(study(d), series(d), instance, List.copyOf(problems));
    }

    private static Header.StudyAttributes study(DataSet d) {
        return new Header.StudyAttributes(
                text(d, Tag.STUDY_INSTANCE_UID),
                new Patient(
                        d.personName(Tag.PATIENT_NAME).encoded(),
                        text(d, Tag.PATIENT_ID),
                        text(d, Tag.PATIENT_BIRTH_DATE),
                        text(d, Tag.PATIENT_SEX)),
                text(d, Tag.STUDY_DESCRIPTION),
                text(d, Tag.STUDY_DATE),
                text(d, Tag.STUDY_TIME),
                text(d, Tag.ACCESSION_NUMBER));
    }

    private static Header.SeriesAttributes series(DataSet d) {
        return new Header.SeriesAttributes(
                text(d, Tag.SERIES_INSTANCE_UID),
                text(d, Tag.MODALITY),
                number(d, Tag.SERIES_NUMBER),
                text(d, Tag.SERIES_DESCRIPTION),
                text(d, Tag.BODY_PART_EXAMINED),
                first(d, Tag.SERIES_DATE, Tag.ACQUISITION_DATE, Tag.STUDY_DATE),
                first(d, Tag.SERIES_TIME, Tag.ACQUISITION_TIME, Tag.STUDY_TIME));
    }

    private static String first(DataSet d, int... tags) {
        for (int tag : tags) {
            String text = text(d, tag);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String text(DataSet d, int tag) {
        return d.string(tag).orElse("").strip();
    }

    private static int number(DataSet d, int tag) {
        return d.integer(tag).orElse(0);
    }
}
