package org.farfield.dicom.network.pdu;

import java.util.List;
import java.util.Optional;
import org.farfield.dicom.Uids;

/**
 * What both sides say of themselves (PS3.8 9.3.2.3, PS3.7 D.3.3).
 *
 * @param maximumLength the longest P-DATA-TF that the sender of this takes, in bytes; 0 is without a limit
 * @param roles role selections; roles that are not named are the default ones
 */
public record UserInformation(
        int maximumLength,
        String implementationClass,
        String implementationVersion,
        Optional<AsynchronousWindow> window,
        List<RoleSelection> roles,
        Optional<UserIdentity> identity) {
    /** Keeps its own copy of the list. */
    public UserInformation {
        roles = List.copyOf(roles);
    }

    /** Farfield's own. */
    public static UserInformation own(
            int maximumLength,
            Optional<AsynchronousWindow> window,
            List<RoleSelection> roles,
            Optional<UserIdentity> identity) {
        return new UserInformation(
                maximumLength, Uids.FARFIELD_IMPLEMENTATION, Uids.FARFIELD_VERSION_NAME, window, roles, identity);
    }
}
