import org.jspecify.annotations.NullMarked;

/** Study store. */
@NullMarked
module org.farfield.workstation.study {
    requires static transitive org.jspecify;
    requires transitive org.farfield.dicom;
    requires transitive org.farfield.dicom.network;
    requires transitive org.farfield.dicom.web;
    requires transitive org.farfield.rendering.volume;
    requires java.sql;
    requires org.bouncycastle.provider;
    requires org.xerial.sqlitejdbc;

    exports org.farfield.workstation.study;
    exports org.farfield.workstation.study.archive;
    exports org.farfield.workstation.study.media;
    exports org.farfield.workstation.study.store;
    exports org.farfield.workstation.study.structures;
    exports org.farfield.workstation.study.vault;
}
