import org.jspecify.annotations.NullMarked;

/** Remote session protocol: what every side shares. */
@NullMarked
module org.farfield.remote.protocol {
    requires static transitive org.jspecify;
    requires java.naming;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.classes.quic;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;

    exports org.farfield.remote.protocol;
    exports org.farfield.remote.protocol.identity;
    exports org.farfield.remote.protocol.message;
    exports org.farfield.remote.protocol.transport;
}
