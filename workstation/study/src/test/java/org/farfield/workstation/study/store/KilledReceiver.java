package org.farfield.workstation.study.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.InstanceSink;
import org.farfield.workstation.study.vault.Vault;

/** A program that receives instances without end, and prints the number of each one that is safe. */
final class KilledReceiver {
    /** Of the stores that are enciphered. */
    static final String PASSPHRASE = "plateau in spring";

    private static final int PIXELS = 100_000;

    private KilledReceiver() {}

    public static void main(String[] arguments) throws IOException {
        try (StudyStore store = StudyStore.open(root(Path.of(arguments[0])))) {
            for (int number = Integer.parseInt(arguments[1]); ; number++) {
                InstanceOrigin origin = new InstanceOrigin(
                        Uids.CT_IMAGE_STORAGE,
                        uid(number),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                        "PEER",
                        "127.0.0.1");
                try (InstanceSink.Reception reception = store.begin(origin)) {
                    try (OutputStream out = reception.out()) {
                        out.write(sealed(Part10.toBytes(file(number))));
                    }
                    reception.commit();
                }
                System.out.println(number);
            }
        }
    }

    /** The folder of a store, opened. */
    static Path root(Path folder) throws IOException {
        Vault vault = Vault.at(folder);
        if (vault.locked()) {
            vault.unlock(PASSPHRASE.toCharArray());
        }
        return vault.root();
    }

    static String uid(int number) {
        return "1.2.3.9." + number;
    }

    static DicomFile file(int number) {
        byte[] pixels = new byte[PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * number);
        }
        DataSet dataSet = new DataSet()
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, uid(number))
                .set(Tag.STUDY_INSTANCE_UID, "1.2.3." + number % 2)
                .set(Tag.SERIES_INSTANCE_UID, "1.2.3.4." + number % 5)
                .set(Tag.PATIENT_ID, "P")
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        return DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** As the storage SCP begins its files. */
    static byte[] sealed(byte[] part10) {
        byte[] letters = "FARFIELD".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, part10, 0, letters.length);
        return part10;
    }
}
