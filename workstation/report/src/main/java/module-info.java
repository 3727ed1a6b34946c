import org.jspecify.annotations.NullMarked;

/** Reports: structured documents, what a report says, and the forms it is given out in. */
@NullMarked
module org.farfield.workstation.report {
    requires static transitive org.jspecify;
    requires transitive org.farfield.dicom;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires java.desktop;

    exports org.farfield.workstation.report;
    exports org.farfield.workstation.report.gsps;
    exports org.farfield.workstation.report.ko;
    exports org.farfield.workstation.report.sr;
}
