package judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code build <output folder> <source folder>…}: runs every source and writes the JSON of the networks that it built.
 * {@code compile <source folder>…}: only says whether the sources compile.
 */
public final class Main {
    public static void main(String[] args) throws Exception {
        boolean build = args[0].equals("build");
        List<Path> files = new ArrayList<>();
        for (int i = build ? 2 : 1; i < args.length; i++) files.addAll(sources(Path.of(args[i])));
        Sources sources = Sources.compile(files);
        boolean succeeded = !build || write(sources, Path.of(args[1]));
        // Some releases leave threads of their backend running.
        System.exit(succeeded ? 0 : 1);
    }

    private static List<Path> sources(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static boolean write(Sources sources, Path folder) throws Exception {
        boolean succeeded = true;
        Files.createDirectories(folder);
        Recorder recorder = Recorder.install(sources.loader());
        for (Path file : sources.files()) {
            recorder.clear();
            Throwable failure = sources.run(file);
            String name = file.getFileName().toString().replace(".java", "");
            if (failure != null) System.err.println(file + ": " + failure);
            succeeded &= failure == null;
            Files.writeString(folder.resolve(name + ".json"), recorder.json());
        }
        return succeeded;
    }
}
