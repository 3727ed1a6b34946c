package org.farfield.workstation.report;

import java.util.Locale;
import org.farfield.workstation.report.sr.Code;

/**
 * A part of a report, in the order in which they are read (PS3.16 CID 7001 for the headings, CID 7002 for the text).
 */
public enum Section {
    INDICATION("18785-6", "Indications for Procedure", "", ""),
    TECHNIQUE("55111-9", "Current Procedure Descriptions", "121065", "Procedure Description"),
    COMPARISON("18834-2", "Previous Findings", "121069", "Previous Finding"),
    FINDINGS("59776-5", "Findings", "121071", "Finding"),
    IMPRESSION("19005-8", "Impressions", "121073", "Impression"),
    RECOMMENDATION("18783-1", "Recommendations", "121075", "Recommendation");

    private final String headingCode;
    private final String headingMeaning;
    private final String elementCode;
    private final String elementMeaning;

    Section(String headingCode, String headingMeaning, String elementCode, String elementMeaning) {
        this.headingCode = headingCode;
        this.headingMeaning = headingMeaning;
        this.elementCode = elementCode;
        this.elementMeaning = elementMeaning;
    }

    /** Names the section in a document. */
    public Code heading() {
        return new Code(headingCode, "LN", headingMeaning);
    }

    /** Names its text in a document; as the section where the context group has no word of its own. */
    Code element() {
        return elementCode.isEmpty() ? heading() : new Code(elementCode, "DCM", elementMeaning);
    }

    /** A key for bundles and templates: {@code findings}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
