package org.farfield.remote.protocol.message;

/**
 * What travels on the control path of a link: small, in order, never behind a slice. Slices ({@link LiveSlice}) travel
 * on their own streams and are no messages. All messages are immutable; arrays in them belong to the message and must
 * not be changed by whoever made or got it.
 */
public sealed interface Message
        permits Challenge,
                Hello,
                Welcome,
                Refused,
                Heartbeat,
                SessionState,
                Command,
                Verdict,
                HoldReport,
                SeriesStart,
                SeriesEnd,
                SliceResume,
                ViewerLag,
                ChannelOpened,
                ChannelClosed,
                Relayed,
                RelayNotice,
                Say,
                Said,
                ChatLines,
                ChatResume,
                PointAt,
                Pointer {}
