package org.farfield.dicom.network.pdu;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.ByteSlice;

/** The user information item and its sub-items (PS3.8 9.3.2.3, PS3.7 D.3.3). */
final class UserItems {
    /** What counts where the item is absent. */
    static final UserInformation NONE = new UserInformation(0, "", "", Optional.empty(), List.of(), Optional.empty());

    private static final int MOST_ROLES = 128;

    private UserItems() {}

    static UserInformation read(ByteBuf value) throws MalformedPdu {
        UserInformation user = NONE;
        List<RoleSelection> roles = new ArrayList<>();
        while (value.isReadable()) {
            PduReader.Item item = PduReader.item(value);
            ByteBuf v = item.value();
            switch (item.type()) {
                case PduType.MAXIMUM_LENGTH -> {
                    PduReader.need(v, 4);
                    long length = v.readUnsignedInt();
                    user = with((int) Math.min(length, Integer.MAX_VALUE), user);
                }
                case PduType.IMPLEMENTATION_CLASS -> user = named(PduReader.uid(v), user.implementationVersion(), user);
                case PduType.IMPLEMENTATION_VERSION ->
                    user = named(user.implementationClass(), PduReader.text(v).strip(), user);
                case PduType.ASYNCHRONOUS_WINDOW -> {
                    PduReader.need(v, 4);
                    user = with(new AsynchronousWindow(v.readUnsignedShort(), v.readUnsignedShort()), user);
                }
                case PduType.ROLE_SELECTION -> roles.add(role(v));
                case PduType.USER_IDENTITY -> user = with(identity(v), user);
                default -> {}
            }
            if (roles.size() > MOST_ROLES) {
                throw new MalformedPdu(MalformedPdu.INVALID_VALUE, "more than " + MOST_ROLES + " role selections");
            }
        }
        return new UserInformation(
                user.maximumLength(),
                user.implementationClass(),
                user.implementationVersion(),
                user.window(),
                roles,
                user.identity());
    }

    static void write(UserInformation user, ByteBuf out) {
        PduWriter.item(PduType.USER_INFORMATION, out, items -> {
            PduWriter.item(PduType.MAXIMUM_LENGTH, items, v -> v.writeInt(user.maximumLength()));
            PduWriter.text(PduType.IMPLEMENTATION_CLASS, user.implementationClass(), items);
            user.window()
                    .ifPresent(window -> PduWriter.item(
                            PduType.ASYNCHRONOUS_WINDOW,
                            items,
                            v -> v.writeShort(window.invoked()).writeShort(window.performed())));
            for (RoleSelection role : user.roles()) {
                PduWriter.item(PduType.ROLE_SELECTION, items, v -> {
                    v.writeShort(role.sopClass().length());
                    v.writeCharSequence(role.sopClass(), StandardCharsets.US_ASCII);
                    v.writeByte(role.scu() ? 1 : 0).writeByte(role.scp() ? 1 : 0);
                });
            }
            PduWriter.text(PduType.IMPLEMENTATION_VERSION, user.implementationVersion(), items);
            user.identity()
                    .ifPresent(identity -> PduWriter.item(PduType.USER_IDENTITY, items, v -> {
                        v.writeByte(identity.type()).writeByte(identity.responseRequested() ? 1 : 0);
                        bytes(identity.primary(), v);
                        bytes(identity.secondary(), v);
                    }));
        });
    }

    private static void bytes(ByteSlice bytes, ByteBuf out) {
        out.writeShort(bytes.length());
        out.writeBytes(bytes.array(), bytes.offset(), bytes.length());
    }

    private static RoleSelection role(ByteBuf v) throws MalformedPdu {
        PduReader.need(v, 2);
        int length = v.readUnsignedShort();
        PduReader.need(v, length + 2);
        String sopClass = PduReader.uid(v.readSlice(length));
        return new RoleSelection(sopClass, v.readByte() == 1, v.readByte() == 1);
    }

    private static UserIdentity identity(ByteBuf v) throws MalformedPdu {
        PduReader.need(v, 4);
        int type = v.readUnsignedByte();
        boolean response = v.readByte() == 1;
        ByteSlice primary = bytes(v);
        return new UserIdentity(type, response, primary, v.isReadable() ? bytes(v) : ByteSlice.EMPTY);
    }

    private static ByteSlice bytes(ByteBuf v) throws MalformedPdu {
        PduReader.need(v, 2);
        int length = v.readUnsignedShort();
        PduReader.need(v, length);
        return ByteSlice.of(ByteBufUtil.getBytes(v.readSlice(length)));
    }

    private static UserInformation with(int maximumLength, UserInformation u) {
        return new UserInformation(
                maximumLength, u.implementationClass(), u.implementationVersion(), u.window(), u.roles(), u.identity());
    }

    private static UserInformation with(AsynchronousWindow window, UserInformation u) {
        return new UserInformation(
                u.maximumLength(),
                u.implementationClass(),
                u.implementationVersion(),
                Optional.of(window),
                u.roles(),
                u.identity());
    }

    private static UserInformation with(UserIdentity identity, UserInformation u) {
        return new UserInformation(
                u.maximumLength(),
                u.implementationClass(),
                u.implementationVersion(),
                u.window(),
                u.roles(),
                Optional.of(identity));
    }

    private static UserInformation named(String implementation, String version, UserInformation u) {
        return new UserInformation(u.maximumLength(), implementation, version, u.window(), u.roles(), u.identity());
    }
}
