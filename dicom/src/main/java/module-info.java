import org.jspecify.annotations.NullMarked;

/** The DICOM boundary: data sets, Part 10 files, character sets, pixel data codecs. Depends on nothing of Farfield. */
@NullMarked
module org.farfield.dicom {
    requires static transitive org.jspecify;
    requires java.desktop;
    requires java.xml;
    /* The East Asian character sets. */
    requires jdk.charsets;
    requires org.bytedeco.ffmpeg;
    requires org.bytedeco.javacpp;

    exports org.farfield.dicom;
    exports org.farfield.dicom.charset;
    exports org.farfield.dicom.codec;
    exports org.farfield.dicom.deidentification;
    exports org.farfield.dicom.json;
    exports org.farfield.dicom.media;
    exports org.farfield.dicom.model;
    exports org.farfield.dicom.picture;
    exports org.farfield.dicom.validation;
    exports org.farfield.dicom.xml;
}
