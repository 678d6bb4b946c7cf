package judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code build <output folder> <source folder>…}: runs every source and writes the JSON of the networks that it built.
 * {@code each <list> <folder>}: compiles each source by itself, and lists the folders of those that do not compile.
 */
public final class Main {
    public static void main(String[] args) throws Exception {
        boolean succeeded = args[0].equals("each") ? compileEach(Path.of(args[1]), Path.of(args[2])) : build(args);
        // Some releases leave threads of their backend running.
        System.exit(succeeded ? 0 : 1);
    }

    private static boolean build(String[] args) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 2; i < args.length; i++) files.addAll(sources(Path.of(args[i])));
        return write(Sources.compile(files), Path.of(args[1]));
    }

    private static boolean compileEach(Path list, Path folder) throws Exception {
        List<String> broken = sources(folder).parallelStream()
                .filter(file -> !Sources.compiles(file))
                .map(file -> folder.relativize(file.getParent()).toString())
                .sorted()
                .toList();
        Files.write(list, broken);
        return true;
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
