package org.farfield.remote.gateway;

import java.security.PublicKey;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandSignature;
import org.farfield.remote.protocol.message.HoldReport;

/** Says whether the holder of a key signed something. Stateless; any thread. */
interface SignatureCheck {
    /** The signatures of the protocol. */
    SignatureCheck PROTOCOL = new SignatureCheck() {
        @Override
        public boolean verifies(Command command, PublicKey key) {
            return CommandSignature.verifies(command, key);
        }

        @Override
        public boolean verifies(HoldReport report, PublicKey key) {
            return CommandSignature.verifies(report, key);
        }
    };

    boolean verifies(Command command, PublicKey key);

    boolean verifies(HoldReport report, PublicKey key);
}
