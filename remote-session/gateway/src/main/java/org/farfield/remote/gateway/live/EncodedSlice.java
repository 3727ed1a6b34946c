package org.farfield.remote.gateway.live;

import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SliceHeader;

/** A slice ready to travel, but for its sequence number. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record EncodedSlice(int index, long captureMillis, String sopInstanceUid, byte[] voxelSha256, byte[] part10) {
    LiveSlice numbered(String seriesUid, long sequence) {
        return new LiveSlice(
                new SliceHeader(seriesUid, sequence, index, captureMillis, sopInstanceUid, voxelSha256, part10.length),
                part10);
    }
}
