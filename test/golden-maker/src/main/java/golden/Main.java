package golden;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** golden.Main RELEASE IN_FOLDER OUT_FOLDER: trains the networks of every file of cases, and writes a file of the same name with the numbers. */
public final class Main {
    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[2]);
        Files.createDirectories(out);
        int failed = 0;
        try (var files = Files.list(Path.of(args[1]))) {
            for (Path file : files.sorted().toList()) failed += write(args[0], file, out);
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private static int write(String release, Path file, Path out) throws Exception {
        List<Case> cases = Case.read(Files.readString(file));
        List<Object> configurations = Compile.configurations(cases.stream().map(c -> c.java).toList());
        List<String> written = new ArrayList<>();
        int failed = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            try {
                if (configurations.get(i) instanceof Throwable t) throw t;
                Map<String, Object> golden = Run.golden(c, configurations.get(i));
                System.out.println(c.id + " losses " + golden.get("losses"));
                written.add(Json.write(golden).strip());
            } catch (Throwable t) {
                failed++;
                System.out.println("FAILED " + c.id + " " + t);
                for (int k = 0; k < Math.min(6, t.getStackTrace().length); k++) System.out.println("    " + t.getStackTrace()[k]);
            }
        }
        String group = file.getFileName().toString().replace(".json", "");
        String head = "{\"version\":1,\"framework\":\"Deeplearning4j " + release + "\",\"precision\":\"float64\",\"group\":\"" + group + "\",\"cases\":[\n";
        Files.writeString(out.resolve(file.getFileName()), head + String.join(",\n", written) + "\n]}\n");
        return failed;
    }
}
