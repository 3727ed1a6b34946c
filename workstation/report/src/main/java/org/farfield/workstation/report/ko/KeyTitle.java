package org.farfield.workstation.report.ko;

import java.util.Arrays;
import java.util.Optional;
import org.farfield.workstation.report.sr.Code;

/** What images are singled out for (PS3.16 CID 7010 Key Object Selection Document Title). */
public enum KeyTitle {
    OF_INTEREST("113000", "Of Interest", true),
    FOR_REFERRING_PROVIDER("113002", "For Referring Provider", true),
    FOR_SURGERY("113003", "For Surgery", true),
    FOR_TEACHING("113004", "For Teaching", true),
    FOR_CONFERENCE("113005", "For Conference", true),
    FOR_THERAPY("113006", "For Therapy", true),
    FOR_PATIENT("113007", "For Patient", true),
    FOR_PEER_REVIEW("113008", "For Peer Review", true),
    FOR_RESEARCH("113009", "For Research", true),
    QUALITY_ISSUE("113010", "Quality Issue", true),
    BEST_IN_SET("113013", "Best In Set", true),
    FOR_PRINTING("113018", "For Printing", true),
    FOR_REPORT_ATTACHMENT("113020", "For Report Attachment", true),
    FOR_LITIGATION("113021", "For Litigation", true),
    REJECTED_FOR_QUALITY("113001", "Rejected for Quality Reasons", false),
    REJECTED_FOR_SAFETY("113037", "Rejected for Patient Safety Reasons", false),
    WRONG_WORKLIST_ENTRY("113038", "Incorrect Modality Worklist Entry", false),
    RETENTION_EXPIRED("113039", "Data Retention Policy Expired", false),
    MANIFEST("113030", "Manifest", false),
    SIGNED_MANIFEST("113031", "Signed Manifest", false),
    COMPLETE_STUDY("113032", "Complete Study Content", false),
    SIGNED_COMPLETE_STUDY("113033", "Signed Complete Study Content", false),
    COMPLETE_ACQUISITION("113034", "Complete Acquisition Content", false),
    SIGNED_COMPLETE_ACQUISITION("113035", "Signed Complete Acquisition Content", false),
    FRAMES_FOR_DISPLAY("113036", "Group of Frames for Display", false);

    private final String value;
    private final String meaning;
    private final boolean worthLooking;

    KeyTitle(String value, String meaning, boolean worthLooking) {
        this.value = value;
        this.meaning = meaning;
        this.worthLooking = worthLooking;
    }

    public Code code() {
        return new Code(value, "DCM", meaning);
    }

    /** Whether somebody is to look at the images; a manifest lists all, and a rejection takes images away. */
    public boolean worthLooking() {
        return worthLooking;
    }

    /** Whether it lists what there is and singles nothing out. */
    public boolean isList() {
        return switch (this) {
            case MANIFEST,
                    SIGNED_MANIFEST,
                    COMPLETE_STUDY,
                    SIGNED_COMPLETE_STUDY,
                    COMPLETE_ACQUISITION,
                    SIGNED_COMPLETE_ACQUISITION,
                    FRAMES_FOR_DISPLAY -> true;
            default -> false;
        };
    }

    /** Empty for one that the context group does not hold. */
    public static Optional<KeyTitle> of(Code code) {
        return Arrays.stream(values()).filter(each -> each.code().is(code)).findFirst();
    }
}
