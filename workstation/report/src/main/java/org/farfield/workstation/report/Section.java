package org.farfield.workstation.report;

import java.util.Locale;
import org.farfield.workstation.report.sr.Code;

/**
 * A part of a report, in the order in which they are read (PS3.16 CID 7001 for the headings, CID 7002 for the text).
 */
public enum Section {
    INDICATION(loinc("18785-6", "Indications for Procedure"), loinc("18785-6", "Indications for Procedure")),
    TECHNIQUE(loinc("55111-9", "Current Procedure Descriptions"), dcm("121065", "Procedure Description")),
    COMPARISON(loinc("18834-2", "Previous Findings"), dcm("121069", "Previous Finding")),
    FINDINGS(loinc("59776-5", "Findings"), dcm("121071", "Finding")),
    IMPRESSION(loinc("19005-8", "Impressions"), dcm("121073", "Impression")),
    RECOMMENDATION(loinc("18783-1", "Recommendations"), dcm("121075", "Recommendation"));

    private final Code heading;
    private final Code element;

    Section(Code heading, Code element) {
        this.heading = heading;
        this.element = element;
    }

    private static Code loinc(String value, String meaning) {
        return new Code(value, "LN", meaning);
    }

    private static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }

    /** Names the section in a document. */
    public Code heading() {
        return heading;
    }

    /** Names its text in a document. */
    Code element() {
        return element;
    }

    /** A key for bundles and templates: {@code findings}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
