package org.farfield.remote.twin;

import static org.farfield.remote.twin.StructuredItem.code;
import static org.farfield.remote.twin.StructuredItem.container;
import static org.farfield.remote.twin.StructuredItem.number;
import static org.farfield.remote.twin.StructuredItem.text;
import static org.farfield.remote.twin.StructuredItem.uid;

import java.time.Instant;
import java.util.List;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.twin.StructuredItem.Code;

/**
 * Writes what a study has been given as an X-Ray Radiation Dose SR (PS3.3 A.35.8; PS3.16 TID 10011, with TID 1002,
 * 10012, 10013 and 10014). One report covers the study up to now; a later one holds everything of the earlier.
 * Immutable.
 */
record DoseReport(InstanceHeader header, List<DoseEvent> events) {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.88.67";
    private static final int SERIES_NUMBER = 999;

    private static final Code MGY = Code.unit("mGy", "mGy");
    private static final Code MGY_CM = Code.unit("mGy.cm", "mGy.cm");
    private static final Code MM = Code.unit("mm", "mm");
    private static final Code SECONDS = Code.unit("s", "s");
    private static final Code MILLIAMPERES = Code.unit("mA", "mA");

    /** A complete Part 10 file. */
    byte[] bytes(Instant now, String seriesUid) {
        DataSet d = header.study(now)
                .set(Tag.SOP_CLASS_UID, SOP_CLASS)
                .set(Tag.SOP_INSTANCE_UID, Uids.create())
                .set(Tag.MODALITY, "SR")
                .set(Tag.SERIES_INSTANCE_UID, seriesUid)
                .set(Tag.SERIES_NUMBER, SERIES_NUMBER)
                .set(Tag.SERIES_DESCRIPTION, "Dose report")
                .set(Tag.INSTANCE_NUMBER, events.size())
                .set(Tag.CONTENT_DATE, InstanceHeader.date(now))
                .set(Tag.CONTENT_TIME, InstanceHeader.time(now));
        if (header.performedStepUid().isEmpty()) {
            d.setSequence(StructuredItem.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE);
        }
        header.requested(d);
        d.set(StructuredItem.COMPLETION_FLAG, Vr.CS, "COMPLETE");
        d.set(StructuredItem.VERIFICATION_FLAG, Vr.CS, "UNVERIFIED");
        d.setSequence(StructuredItem.PERFORMED_PROCEDURE_CODE_SEQUENCE);
        StructuredItem root = container("", Code.dcm("113701", "X-Ray Radiation Dose Report"), "10011");
        context(root);
        root.with(accumulated());
        events.forEach(event -> root.with(acquisition(event)));
        root.with(code(
                "CONTAINS",
                Code.dcm("113854", "Source of Dose Information"),
                Code.dcm("113856", "Automated Data Collection")));
        root.writeInto(d);
        try {
            return Part10.toBytes(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        } catch (DicomException e) {
            throw new IllegalStateException("the twin made a dose report that cannot be written", e);
        }
    }

    private void context(StructuredItem root) {
        String observer = "HAS OBS CONTEXT";
        root.with(code(
                        "HAS CONCEPT MOD",
                        Code.dcm("121049", "Language of Content Item and Descendants"),
                        new Code("en", "RFC5646", "English")))
                .with(code(
                                "HAS CONCEPT MOD",
                                Code.dcm("121058", "Procedure reported"),
                                new Code("77477000", "SCT", "Computed Tomography X-Ray"))
                        .with(code(
                                "HAS CONCEPT MOD",
                                new Code("363703001", "SCT", "Has Intent"),
                                new Code("261004008", "SCT", "Diagnostic Intent"))))
                .with(code(observer, Code.dcm("121005", "Observer Type"), Code.dcm("121007", "Device")))
                .with(uid(observer, Code.dcm("121012", "Device Observer UID"), header.deviceUid()))
                .with(text(observer, Code.dcm("121013", "Device Observer Name"), ScannerFacts.SCANNER_ID))
                .with(text(observer, Code.dcm("121014", "Device Observer Manufacturer"), ScannerFacts.MANUFACTURER))
                .with(text(observer, Code.dcm("121015", "Device Observer Model Name"), ScannerFacts.MODEL))
                .with(text(observer, Code.dcm("121016", "Device Observer Serial Number"), "1"))
                .with(code(
                        observer,
                        Code.dcm("113876", "Device Role in Procedure"),
                        Code.dcm("113859", "Irradiating Device")))
                .with(StructuredItem.time(
                        observer,
                        Code.dcm("113809", "Start of X-Ray Irradiation"),
                        events.getFirst().beamOn()))
                .with(StructuredItem.time(
                        observer,
                        Code.dcm("113810", "End of X-Ray Irradiation"),
                        events.getLast().beamOff()))
                .with(code(observer, Code.dcm("113705", "Scope of Accumulation"), Code.dcm("113014", "Study"))
                        .with(uid(
                                "HAS PROPERTIES",
                                Code.dcm("110180", "Study Instance UID"),
                                header.order().patient().studyUid())));
    }

    private StructuredItem accumulated() {
        double dlp = events.stream().mapToDouble(e -> e.given().dlpMGyCm()).sum();
        return container("CONTAINS", Code.dcm("113811", "CT Accumulated Dose Data"), "10012")
                .with(number(
                        Code.dcm("113812", "Total Number of Irradiation Events"),
                        events.size(),
                        Code.unit("{events}", "events")))
                .with(number(Code.dcm("113813", "CT Dose Length Product Total"), dlp, MGY_CM));
    }

    private static StructuredItem acquisition(DoseEvent event) {
        PlannedSeries series = event.series();
        boolean localizer = series.localizer();
        return container("CONTAINS", Code.dcm("113819", "CT Acquisition"), "10013")
                .with(text("CONTAINS", Code.dcm("125203", "Acquisition Protocol"), series.protocol()))
                .with(code("CONTAINS", Code.dcm("123014", "Target Region"), region(series.bodyPart())))
                .with(code(
                        "CONTAINS",
                        Code.dcm("113820", "CT Acquisition Type"),
                        localizer
                                ? Code.dcm("113805", "Constant Angle Acquisition")
                                : new Code("116152004", "SCT", "Spiral Acquisition")))
                .with(uid("CONTAINS", Code.dcm("113769", "Irradiation Event UID"), event.uid()))
                .with(parameters(event))
                .with(dose(event));
    }

    private static Code region(String bodyPart) {
        return switch (bodyPart) {
            case "HEAD" -> new Code("69536005", "SCT", "Head");
            case "CHEST" -> new Code("43799004", "SCT", "Chest");
            case "ABDOMEN" -> new Code("818983003", "SCT", "Abdomen");
            default -> new Code("38266002", "SCT", "Entire body");
        };
    }

    private static StructuredItem parameters(DoseEvent event) {
        ScanPlan plan = event.series().plan();
        boolean localizer = event.series().localizer();
        StructuredItem parameters = container("CONTAINS", Code.dcm("113822", "CT Acquisition Parameters"), "")
                .with(number(Code.dcm("113824", "Exposure Time"), event.beamSeconds(), SECONDS))
                .with(number(Code.dcm("113825", "Scanning Length"), event.exposedMm(), MM))
                .with(number(
                        Code.dcm("113826", "Nominal Single Collimation Width"),
                        Math.min(plan.collimationMm(), ScannerFacts.ROW_MM),
                        MM))
                .with(number(Code.dcm("113827", "Nominal Total Collimation Width"), plan.collimationMm(), MM));
        if (!localizer) {
            parameters.with(number(Code.dcm("113828", "Pitch Factor"), plan.pitch(), Code.unit("{ratio}", "ratio")));
        }
        StructuredItem source = container("CONTAINS", Code.dcm("113831", "CT X-Ray Source Parameters"), "")
                .with(text("CONTAINS", Code.dcm("113832", "Identification of the X-Ray Source"), "A"))
                .with(number(Code.dcm("113733", "KVP"), plan.kilovolts(), Code.unit("kV", "kV")))
                .with(number(Code.dcm("113833", "Maximum X-Ray Tube Current"), plan.tubeCurrentMa(), MILLIAMPERES))
                .with(number(Code.dcm("113734", "X-Ray Tube Current"), plan.tubeCurrentMa(), MILLIAMPERES));
        if (!localizer) {
            source.with(number(Code.dcm("113834", "Exposure Time per Rotation"), plan.rotationSeconds(), SECONDS));
        }
        return parameters
                .with(number(
                        Code.dcm("113823", "Number of X-Ray Sources"),
                        1,
                        Code.unit("{X-Ray sources}", "X-Ray sources")))
                .with(source);
    }

    private static StructuredItem dose(DoseEvent event) {
        boolean head = event.guide().phantomCm() == 16;
        return container("CONTAINS", Code.dcm("113829", "CT Dose"), "")
                .with(number(Code.dcm("113830", "Mean CTDIvol"), event.given().ctdiVolMGy(), MGY))
                .with(code(
                        "CONTAINS",
                        Code.dcm("113835", "CTDIw Phantom Type"),
                        head
                                ? Code.dcm("113690", "IEC Head Dosimetry Phantom")
                                : Code.dcm("113691", "IEC Body Dosimetry Phantom")))
                .with(number(Code.dcm("113838", "DLP"), event.given().dlpMGyCm(), MGY_CM));
    }
}
