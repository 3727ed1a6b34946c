package org.farfield.dicom.network.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.farfield.dicom.network.association.AssociationException;
import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.CommandTag;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.dimse.Incoming;
import org.farfield.dicom.network.dimse.Status;

/** The SCP side of C-STORE (PS3.4 B, PS3.7 9.1.1): bytes go to the sink as they arrive, success follows durability. */
final class StoreReceiver {
    private static final int LONGEST_COMMENT = 64;

    private final InstanceSink sink;
    private final ReceiveListener listener;
    private final Optional<Keeper> keeper;

    private StoreReceiver(InstanceSink sink, ReceiveListener listener, Optional<Keeper> keeper) {
        this.sink = sink;
        this.listener = listener;
        this.keeper = keeper;
    }

    /** For peers that may forget what they were told is stored. */
    static StoreReceiver durable(InstanceSink sink, ReceiveListener listener) {
        return new StoreReceiver(sink, listener, Optional.empty());
    }

    /** For our own retrieve: success is answered at once, and the keeper knows what is durable. */
    static StoreReceiver behind(InstanceSink sink, ReceiveListener listener, Keeper keeper) {
        return new StoreReceiver(sink, listener, Optional.of(keeper));
    }

    /** Takes one instance and answers. */
    void receive(DimseLink link, Incoming incoming) throws IOException, InterruptedException {
        CommandSet command = incoming.command();
        InstanceOrigin origin = new InstanceOrigin(
                command.sopClass(),
                command.sopInstance(),
                incoming.context().transferSyntax(),
                link.association().agreement().callingTitle(),
                link.association().peer());
        CommandSet response = command.response(Status.SUCCESS);
        if (!origin.sopClassUid().equals(incoming.context().abstractSyntax())) {
            response = failed(command, Status.NOT_OF_THE_CLASS, origin, "its SOP class is not that of its context");
        } else {
            try {
                store(incoming, origin);
            } catch (AssociationException e) {
                listener.onFailed(origin, String.valueOf(e.getMessage()));
                throw e;
            } catch (DicomException e) {
                response = failed(command, Status.CANNOT_UNDERSTAND, origin, String.valueOf(e.getMessage()));
            } catch (IOException e) {
                response = failed(command, Status.OUT_OF_RESOURCES, origin, "cannot be stored: " + e.getMessage());
            }
        }
        incoming.data().skip(Long.MAX_VALUE);
        link.send(incoming.context(), response);
    }

    private CommandSet failed(CommandSet command, int status, InstanceOrigin origin, String cause) {
        listener.onFailed(origin, cause);
        String ascii = cause.replaceAll("[^ -~]", "?").replace('\\', '/');
        return command.response(status)
                .with(CommandTag.ERROR_COMMENT, ascii.substring(0, Math.min(ascii.length(), LONGEST_COMMENT)));
    }

    private void store(Incoming incoming, InstanceOrigin origin) throws IOException, InterruptedException {
        InstanceSink.Reception reception = sink.begin(origin);
        boolean handedOver = false;
        try {
            OutputStream out = reception.out();
            out.write(head(origin));
            incoming.data().transferTo(out);
            out.flush();
            if (keeper.isPresent()) {
                keeper.get().keep(reception, origin);
                handedOver = true;
            } else {
                reception.commit();
                listener.onStored(origin);
            }
        } finally {
            if (!handedOver) {
                reception.close();
            }
        }
    }

    /** Preamble, to be sealed, and meta information; what follows is the data set as the peer wrote it. */
    private static byte[] head(InstanceOrigin origin) throws DicomException {
        DataSet meta = new DataSet()
                .set(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Vr.UI, origin.sopClassUid())
                .set(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, origin.sopInstanceUid());
        TransferSyntax syntax = origin.transferSyntax();
        TransferSyntax named = new TransferSyntax(syntax.uid(), syntax.name(), true, false, false, false);
        byte[] head = Part10.toBytes(new DicomFile(meta, new DataSet(), named));
        Seal.ask(head);
        return head;
    }
}
