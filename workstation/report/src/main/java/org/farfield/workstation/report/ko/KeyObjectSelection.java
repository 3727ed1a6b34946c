package org.farfield.workstation.report.ko;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farfield.dicom.Uids;
import org.farfield.workstation.report.sr.Code;
import org.farfield.workstation.report.sr.Codes;
import org.farfield.workstation.report.sr.ContentItem;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.SrValue;
import org.farfield.workstation.report.sr.StudyHeader;

/**
 * Images that somebody singled out for a purpose (PS3.3 C.17.6, PS3.16 TID 2010). Immutable; any thread.
 *
 * @param title one of CID 7010, or whatever a foreign document says
 * @param observer who singled them out, as DICOM writes names, or ""
 * @param description what the document says of them, or ""
 */
public record KeyObjectSelection(Code title, String observer, String description, List<KeyReference> images) {
    private static final int SERIES_NUMBER = 9003;

    public KeyObjectSelection {
        images = List.copyOf(images);
    }

    /** Whether a document is one that can be read here. */
    public static boolean isKind(String sopClassUid) {
        return sopClassUid.equals(SrDocument.KEY_OBJECT_SELECTION);
    }

    /** As a document in a series of its own, with all that it refers to as evidence. */
    public SrDocument document(StudyHeader study, ZonedDateTime made, String language) {
        List<ContentItem> top = new ArrayList<>();
        top.add(ContentItem.code("HAS CONCEPT MOD", Codes.LANGUAGE, Codes.language(language)));
        top.add(ContentItem.code("HAS OBS CONTEXT", Codes.OBSERVER_TYPE, Codes.PERSON));
        top.add(ContentItem.of("HAS OBS CONTEXT", Codes.PERSON_OBSERVER_NAME, new SrValue.Plain("PNAME", observer)));
        if (!description.isEmpty()) {
            top.add(ContentItem.text("CONTAINS", Codes.KEY_OBJECT_DESCRIPTION, description));
        }
        for (KeyReference each : images) {
            top.add(ContentItem.image(
                    "CONTAINS", each.image().sopClassUid(), each.image().sopInstanceUid(), each.frame()));
        }
        return new SrDocument(
                SrDocument.KEY_OBJECT_SELECTION,
                study,
                new SrDocument.Place(Uids.create(), SERIES_NUMBER, "Key images", Uids.create(), 1),
                made,
                "2010",
                ContentItem.container("", title, top),
                true,
                false,
                List.of(),
                images.stream().map(KeyReference::image).distinct().toList(),
                List.of());
    }

    /** Reads any program's; empty where the document is none. An image that its evidence does not list is left out. */
    public static Optional<KeyObjectSelection> read(SrDocument document) {
        if (!isKind(document.sopClassUid()) || document.root().concept().isEmpty()) {
            return Optional.empty();
        }
        Map<String, InstanceRef> listed = new LinkedHashMap<>();
        document.evidence().forEach(each -> listed.put(each.sopInstanceUid(), each));
        List<KeyReference> images = document.root()
                .all()
                .flatMap(item -> item.value() instanceof SrValue.Reference to
                        ? Optional.ofNullable(listed.get(to.sopInstanceUid()))
                                .map(image -> new KeyReference(image, to.frame()))
                                .stream()
                        : java.util.stream.Stream.empty())
                .toList();
        return Optional.of(new KeyObjectSelection(
                document.root().concept().get(),
                said(document, Codes.PERSON_OBSERVER_NAME),
                said(document, Codes.KEY_OBJECT_DESCRIPTION),
                images));
    }

    private static String said(SrDocument document, Code concept) {
        return document.root()
                .named(concept)
                .findFirst()
                .flatMap(ContentItem::text)
                .orElse("");
    }
}
