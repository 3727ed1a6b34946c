package org.farfield.workstation.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farfield.dicom.Uids;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;

/**
 * A report of one study, in one of its states. Nothing that is signed changes: what comes after is a new document that
 * names the one before. Immutable; any thread.
 *
 * @param title what the document is called, in its own language
 * @param language {@code en} or {@code zh-CN}
 * @param author who writes it, as DICOM writes names
 * @param texts of the sections; one that is absent is empty
 * @param signatures of those who vouch for exactly this text
 * @param before the documents that this one takes the place of
 */
public record Report(
        StudyHeader study,
        SrDocument.Place place,
        String title,
        String language,
        String author,
        ZonedDateTime made,
        Status status,
        Map<Section, String> texts,
        List<KeyImage> keyImages,
        Optional<CriticalFinding> critical,
        List<Addendum> addenda,
        List<SrDocument.Verifier> signatures,
        List<InstanceRef> before) {
    private static final int SERIES_NUMBER = 9000;

    /** How far a report has come. */
    public enum Status {
        /** Nobody vouches for it. */
        DRAFT,
        /** The first reader has signed; a second one is to look at it. */
        FIRST_SIGNED,
        /** Nothing more is to be said but addenda. */
        FINAL
    }

    public Report {
        texts = Map.copyOf(texts);
        keyImages = List.copyOf(keyImages);
        addenda = List.copyOf(addenda);
        signatures = List.copyOf(signatures);
        before = List.copyOf(before);
    }

    /** A new one, with a template's words. */
    public static Report draft(
            StudyHeader study,
            String title,
            String language,
            String author,
            ZonedDateTime made,
            Map<Section, String> texts) {
        return new Report(
                study,
                newPlace(title),
                title,
                language,
                author,
                made,
                Status.DRAFT,
                texts,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    static SrDocument.Place newPlace(String title) {
        return new SrDocument.Place(Uids.create(), SERIES_NUMBER, title, Uids.create(), 1);
    }

    /** What a section says. */
    public String text(Section section) {
        return texts.getOrDefault(section, "");
    }

    public Report with(Section section, String text) {
        Map<Section, String> others = new EnumMap<>(Section.class);
        others.putAll(texts);
        others.put(section, text);
        return with(others);
    }

    /** With the words of all sections. */
    public Report with(Map<Section, String> others) {
        return saying(others, keyImages, critical);
    }

    public Report withKeyImages(List<KeyImage> others) {
        return saying(texts, others, critical);
    }

    public Report with(Optional<CriticalFinding> finding) {
        return saying(texts, keyImages, finding);
    }

    private Report saying(Map<Section, String> words, List<KeyImage> images, Optional<CriticalFinding> finding) {
        return new Report(
                study,
                place,
                title,
                language,
                author,
                made,
                status,
                words,
                images,
                finding,
                addenda,
                signatures,
                before);
    }

    /**
     * Signed: another document, which takes the place of what was signed before.
     *
     * @param last whether nobody else is to look at it
     * @param standing signatures that still hold, because they were given under the same words
     */
    public Report signed(SrDocument.Verifier by, ZonedDateTime when, boolean last, List<SrDocument.Verifier> standing) {
        List<SrDocument.Verifier> all = new ArrayList<>(standing);
        all.add(by);
        return new Report(
                study,
                place,
                title,
                language,
                author,
                when,
                last ? Status.FINAL : Status.FIRST_SIGNED,
                texts,
                keyImages,
                critical,
                addenda,
                all,
                before);
    }

    /** A draft that begins with all that this signed report says, and will take its place. */
    public Report reopened(String reader, ZonedDateTime when) {
        return next(reader, when, Status.DRAFT, addenda, critical, List.of());
    }

    /** The same with something added; still final. */
    public Report added(Addendum addendum, ZonedDateTime when) {
        List<Addendum> more = new ArrayList<>(addenda);
        more.add(addendum);
        return next(author, when, status, more, critical, signatures);
    }

    /** The same, its critical finding taken note of. */
    public Report acknowledged(CriticalFinding.Acknowledgement by, ZonedDateTime when) {
        return next(
                author,
                when,
                status,
                addenda,
                critical.map(finding -> new CriticalFinding(finding.text(), Optional.of(by))),
                signatures);
    }

    private Report next(
            String by,
            ZonedDateTime when,
            Status then,
            List<Addendum> added,
            Optional<CriticalFinding> finding,
            List<SrDocument.Verifier> signed) {
        return new Report(
                study,
                newPlace(title),
                title,
                language,
                by,
                when,
                then,
                texts,
                keyImages,
                finding,
                added,
                signed,
                List.of(reference()));
    }

    /** This document among the instances. */
    public InstanceRef reference() {
        return new InstanceRef(study.studyUid(), place.seriesUid(), SrDocument.BASIC_TEXT, place.sopInstanceUid());
    }

    /** Whether both say the same: sections, images, critical finding. */
    public boolean saysTheSame(Report other) {
        for (Section section : Section.values()) {
            if (!text(section).strip().equals(other.text(section).strip())) {
                return false;
            }
        }
        return keyImages.equals(other.keyImages)
                && critical.map(CriticalFinding::text).equals(other.critical.map(CriticalFinding::text));
    }

    /** SHA-256 over all that it says and who signed it, as 64 hexadecimal digits: one changed letter changes it. */
    public String hash() {
        StringBuilder all = new StringBuilder("farfield report 1\n").append(study.studyUid());
        for (Section section : Section.values()) {
            field(all, text(section).strip());
        }
        keyImages.forEach(image -> {
            field(all, image.picture().sopInstanceUid());
            field(all, image.caption());
        });
        critical.ifPresent(finding -> {
            field(all, finding.text());
            finding.acknowledged().ifPresent(by -> field(all, by.name() + by.at()));
        });
        addenda.forEach(each -> field(all, each.text() + each.author() + each.at()));
        signatures.forEach(each -> field(all, each.name() + each.organization() + each.at()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** With its length before it, so that no two lists of fields give the same bytes. */
    private static void field(StringBuilder all, String text) {
        all.append('\n').append(text.length()).append(':').append(text);
    }
}
