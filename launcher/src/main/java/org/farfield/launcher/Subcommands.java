package org.farfield.launcher;

import java.util.List;

/**
 * Every subcommand of {@code farfield}, in the order the usage text shows them. A new one is added here and nowhere
 * else.
 */
final class Subcommands {
    private Subcommands() {}

    static List<Subcommand> all() {
        return List.of(
                new OpenCommand(),
                new InfoCommand(),
                new ReportCommand(),
                new RenderCommand(),
                new DemoCommand(),
                new GatewayCommand(),
                new RelayCommand(),
                new WatchCommand(),
                new DriveCommand(),
                JournalCommands.group(),
                TwinCommands.group(),
                DicomCommands.group(),
                StoreCommands.group(),
                benches());
    }

    private static Subcommand benches() {
        return new GroupCommand(
                "bench",
                List.of(
                        new BenchLoadCommand(),
                        new BenchDicomCommand(),
                        new BenchNetworkCommand(),
                        new BenchRenderCommand(),
                        new BenchReformatCommand(),
                        new BenchSessionCommand(),
                        new BenchLinkCommand(),
                        new BenchTwinCommand()));
    }
}
