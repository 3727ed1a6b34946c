package org.farfield.dicom.network.pdu;

import org.farfield.dicom.ByteSlice;

/**
 * User identity negotiation of a request (PS3.7 D.3.3.7).
 *
 * @param type 1 user name, 2 user name and passcode, 3 Kerberos, 4 SAML, 5 JSON web token
 * @param primary user name or token
 * @param secondary passcode, with type 2 only
 */
public record UserIdentity(int type, boolean responseRequested, ByteSlice primary, ByteSlice secondary) {
    /** Without what it holds: it may be a secret. */
    @Override
    public String toString() {
        return "UserIdentity of type " + type;
    }
}
