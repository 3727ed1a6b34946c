package org.farfield.workstation.report.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/**
 * A node of a structured document's tree (PS3.3 C.17.3). Immutable; any thread.
 *
 * @param relationship to its parent: CONTAINS, HAS PROPERTIES, INFERRED FROM ...; "" for the root
 * @param concept its name; empty where it has none
 * @param added elements beside those of the standard, written into the item as they are
 */
public record ContentItem(
        String relationship, Optional<Code> concept, SrValue value, List<ContentItem> children, DataSet added) {
    /** Deeper documents are cut there: none of the standard's templates is. */
    private static final int MOST_LEVELS = 64;

    public ContentItem {
        children = List.copyOf(children);
    }

    /** One with a name. */
    public static ContentItem of(String relationship, Code concept, SrValue value, ContentItem... children) {
        return new ContentItem(relationship, Optional.of(concept), value, List.of(children), new DataSet());
    }

    public static ContentItem container(String relationship, Code concept, List<ContentItem> children) {
        return new ContentItem(relationship, Optional.of(concept), new SrValue.Container(), children, new DataSet());
    }

    public static ContentItem text(String relationship, Code concept, String text, ContentItem... children) {
        return of(relationship, concept, new SrValue.Text(text), children);
    }

    public static ContentItem code(String relationship, Code concept, Code value) {
        return of(relationship, concept, new SrValue.Coded(value));
    }

    public static ContentItem num(
            String relationship, Code concept, double number, Code unit, ContentItem... children) {
        return of(relationship, concept, new SrValue.Num(number, unit), children);
    }

    /** An image, or one frame of it, without a name. */
    public static ContentItem image(String relationship, String sopClassUid, String sopInstanceUid, OptionalInt frame) {
        return new ContentItem(
                relationship,
                Optional.empty(),
                new SrValue.Reference(sopClassUid, sopInstanceUid, frame),
                List.of(),
                new DataSet());
    }

    /** The same with elements beside those of the standard. */
    public ContentItem withAdded(DataSet elements) {
        return new ContentItem(relationship, concept, value, children, elements);
    }

    public boolean isNamed(Code code) {
        return concept.filter(code::is).isPresent();
    }

    /** The children with a name. */
    public Stream<ContentItem> named(Code code) {
        return children.stream().filter(child -> child.isNamed(code));
    }

    /** This and all below, parents first. */
    public Stream<ContentItem> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ContentItem::all));
    }

    /** The first below that fits. */
    public Optional<ContentItem> find(Predicate<ContentItem> fits) {
        return all().filter(fits).findFirst();
    }

    /** What it says as text, where its value is one. */
    public Optional<String> text() {
        return switch (value) {
            case SrValue.Text text -> Optional.of(text.text());
            case SrValue.Coded coded -> Optional.of(coded.code().meaning());
            case SrValue.Plain plain -> Optional.of(plain.value());
            case SrValue.UidRef uid -> Optional.of(uid.uid());
            default -> Optional.empty();
        };
    }

    /** Writes this node and all below into an item, or into a data set for the root. */
    void writeTo(DataSet item) {
        if (!relationship.isEmpty()) {
            item.set(SrTag.RELATIONSHIP_TYPE, relationship);
        }
        item.set(SrTag.VALUE_TYPE, value.valueType());
        concept.ifPresent(code -> code.writeTo(item.newItem(SrTag.CONCEPT_NAME_CODE_SEQUENCE)));
        SrValues.write(value, item);
        added.forEach(item::put);
        for (ContentItem child : children) {
            child.writeTo(item.newItem(SrTag.CONTENT_SEQUENCE));
        }
    }

    /** Reads a node and all below. */
    static ContentItem of(DataSet item) {
        return of(item, 0);
    }

    private static ContentItem of(DataSet item, int level) {
        List<ContentItem> children = new ArrayList<>();
        if (level < MOST_LEVELS) {
            for (DataSet child : item.sequence(SrTag.CONTENT_SEQUENCE)) {
                children.add(of(child, level + 1));
            }
        }
        DataSet added = new DataSet();
        item.forEach(element -> {
            if ((element.tag() >>> 16 & 1) == 1) {
                added.put(element);
            }
        });
        return new ContentItem(
                item.string(SrTag.RELATIONSHIP_TYPE).orElse(""),
                item.item(SrTag.CONCEPT_NAME_CODE_SEQUENCE).map(Code::of),
                SrValues.read(item),
                children,
                level == 0 ? new DataSet() : added);
    }

    /** Elements that a reference to another instance consists of (PS3.3 10.8). */
    static void reference(SrValue.Reference to, DataSet item) {
        item.set(Tag.REFERENCED_SOP_CLASS_UID, to.sopClassUid())
                .set(Tag.REFERENCED_SOP_INSTANCE_UID, to.sopInstanceUid());
        to.frame().ifPresent(frame -> item.set(Tag.REFERENCED_FRAME_NUMBER, Vr.IS, frame));
    }
}
