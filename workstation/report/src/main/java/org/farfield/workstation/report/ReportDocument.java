package org.farfield.workstation.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.workstation.report.sr.Code;
import org.farfield.workstation.report.sr.Codes;
import org.farfield.workstation.report.sr.ContentItem;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.SrValue;

/**
 * A report as a Basic Text SR (PS3.3 A.35.1, PS3.16 TID 2000): a container a section, text in it; key images as
 * captions that are inferred from images. What the standard has no concept for stands under the scheme 99FARFIELD.
 */
public final class ReportDocument {
    /** Document title (CID 7000). */
    private static final Code TITLE = new Code("18748-4", "LN", "Diagnostic Imaging Report");

    private static final Code KEY_IMAGES = new Code("55113-5", "LN", "Key Images");
    private static final Code ADDENDUM = new Code("55107-7", "LN", "Addendum");
    private static final Code CRITICAL = new Code("CRITICAL", "99FARFIELD", "Critical finding");
    private static final Code ACKNOWLEDGED_BY = new Code("ACKNOWLEDGED-BY", "99FARFIELD", "Acknowledged by");
    private static final Code ACKNOWLEDGED_AT = new Code("ACKNOWLEDGED-AT", "99FARFIELD", "Acknowledged at");
    private static final Code WRITTEN_AT = new Code("WRITTEN-AT", "99FARFIELD", "Written at");

    private ReportDocument() {}

    /** The document of a report. */
    public static SrDocument of(Report report) {
        return new SrDocument(
                SrDocument.BASIC_TEXT,
                report.study(),
                report.place(),
                report.made(),
                "2000",
                root(report),
                report.status() != Report.Status.DRAFT,
                report.status() != Report.Status.FINAL,
                report.signatures(),
                report.keyImages().stream().map(KeyImage::picture).toList(),
                report.before());
    }

    private static ContentItem root(Report report) {
        List<ContentItem> items = new ArrayList<>();
        items.add(ContentItem.code("HAS CONCEPT MOD", Codes.LANGUAGE, Codes.language(report.language())));
        items.add(ContentItem.code("HAS OBS CONTEXT", Codes.OBSERVER_TYPE, Codes.PERSON));
        items.add(ContentItem.of(
                "HAS OBS CONTEXT", Codes.PERSON_OBSERVER_NAME, new SrValue.Plain("PNAME", report.author())));
        for (Section section : Section.values()) {
            String text = report.text(section);
            if (!text.isBlank()) {
                items.add(ContentItem.container(
                        "CONTAINS", section.heading(), List.of(ContentItem.text("CONTAINS", section.element(), text))));
            }
        }
        report.critical().ifPresent(finding -> items.add(critical(finding)));
        if (!report.keyImages().isEmpty()) {
            items.add(ContentItem.container(
                    "CONTAINS",
                    KEY_IMAGES,
                    report.keyImages().stream().map(ReportDocument::keyImage).toList()));
        }
        for (Addendum addendum : report.addenda()) {
            items.add(ContentItem.container(
                    "CONTAINS",
                    ADDENDUM,
                    List.of(
                            ContentItem.of(
                                    "HAS OBS CONTEXT",
                                    Codes.PERSON_OBSERVER_NAME,
                                    new SrValue.Plain("PNAME", addendum.author())),
                            ContentItem.of("HAS OBS CONTEXT", WRITTEN_AT, new SrValue.Plain("DATETIME", addendum.at())),
                            ContentItem.text("CONTAINS", ADDENDUM, addendum.text()))));
        }
        return ContentItem.container("", TITLE, items);
    }

    private static ContentItem critical(CriticalFinding finding) {
        List<ContentItem> items = new ArrayList<>();
        items.add(ContentItem.text("CONTAINS", CRITICAL, finding.text()));
        finding.acknowledged().ifPresent(by -> {
            items.add(ContentItem.of("CONTAINS", ACKNOWLEDGED_BY, new SrValue.Plain("PNAME", by.name())));
            items.add(ContentItem.of("CONTAINS", ACKNOWLEDGED_AT, new SrValue.Plain("DATETIME", by.at())));
        });
        return ContentItem.container("CONTAINS", CRITICAL, items);
    }

    private static ContentItem keyImage(KeyImage image) {
        ContentItem picture = ContentItem.image(
                image.caption().isEmpty() ? "CONTAINS" : "INFERRED FROM",
                image.picture().sopClassUid(),
                image.picture().sopInstanceUid(),
                OptionalInt.empty());
        return image.caption().isEmpty()
                ? picture
                : ContentItem.text("CONTAINS", Codes.KEY_OBJECT_DESCRIPTION, image.caption(), picture);
    }

    /** Whether a document is a report, whoever made it: one with at least one section that is known here. */
    public static boolean isReport(SrDocument document) {
        return document.sopClassUid().equals(SrDocument.BASIC_TEXT)
                && document.root().isNamed(TITLE);
    }

    /** The report of a data set; empty where it is another document. */
    public static Optional<Report> read(DataSet d) throws DicomException {
        SrDocument document = SrDocument.of(d);
        return isReport(document) ? Optional.of(read(document)) : Optional.empty();
    }

    /** The report that a document holds. */
    public static Report read(SrDocument document) {
        ContentItem root = document.root();
        Map<Section, String> texts = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            root.named(section.heading())
                    .flatMap(container -> container.named(section.element()))
                    .flatMap(item -> item.text().stream())
                    .findFirst()
                    .ifPresent(text -> texts.put(section, text));
        }
        return new Report(
                document.study(),
                document.place(),
                document.place().seriesDescription(),
                text(root, Codes.LANGUAGE)
                        .map(meaning -> meaning.startsWith("Chinese") ? "zh-CN" : "en")
                        .orElse("en"),
                text(root, Codes.PERSON_OBSERVER_NAME).orElse(""),
                document.made(),
                status(document),
                texts,
                keyImages(document),
                root.named(CRITICAL).findFirst().flatMap(ReportDocument::criticalOf),
                root.named(ADDENDUM).map(ReportDocument::addendum).toList(),
                document.verifiers(),
                document.predecessors());
    }

    private static Report.Status status(SrDocument document) {
        if (!document.complete() || document.verifiers().isEmpty()) {
            return Report.Status.DRAFT;
        }
        return document.preliminary() ? Report.Status.FIRST_SIGNED : Report.Status.FINAL;
    }

    private static Optional<String> text(ContentItem parent, Code name) {
        return parent.named(name).flatMap(item -> item.text().stream()).findFirst();
    }

    private static Optional<CriticalFinding> criticalOf(ContentItem container) {
        return text(container, CRITICAL)
                .map(words -> new CriticalFinding(
                        words,
                        text(container, ACKNOWLEDGED_BY)
                                .map(name -> new CriticalFinding.Acknowledgement(
                                        name, text(container, ACKNOWLEDGED_AT).orElse("")))));
    }

    private static Addendum addendum(ContentItem container) {
        return new Addendum(
                text(container, ADDENDUM).orElse(""),
                text(container, Codes.PERSON_OBSERVER_NAME).orElse(""),
                text(container, WRITTEN_AT).orElse(""));
    }

    private static List<KeyImage> keyImages(SrDocument document) {
        List<KeyImage> images = new ArrayList<>();
        document.root()
                .named(KEY_IMAGES)
                .flatMap(container -> container.children().stream())
                .forEach(item -> {
                    String caption = item.value() instanceof SrValue.Text text ? text.text() : "";
                    item.all()
                            .flatMap(each -> each.value() instanceof SrValue.Reference to
                                    ? java.util.stream.Stream.of(to)
                                    : java.util.stream.Stream.empty())
                            .findFirst()
                            .ifPresent(to -> images.add(new KeyImage(place(document, to), caption)));
                });
        return images;
    }

    private static InstanceRef place(SrDocument document, SrValue.Reference to) {
        return document.evidence().stream()
                .filter(each -> each.sopInstanceUid().equals(to.sopInstanceUid()))
                .findFirst()
                .orElse(new InstanceRef(document.study().studyUid(), "", to.sopClassUid(), to.sopInstanceUid()));
    }
}
