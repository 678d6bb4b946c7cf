package golden;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Compiles builder texts, so that the text in the golden file is the text that ran. */
final class Compile {
    private static final String IMPORTS = Arrays.stream(("nn.conf nn.conf.layers nn.conf.inputs nn.conf.graph nn.conf.graph.rnn nn.conf.layers.convolutional "
            + "nn.conf.layers.misc nn.conf.layers.objdetect nn.conf.layers.recurrent nn.conf.layers.util nn.conf.layers.variational nn.conf.distribution nn.conf.dropout "
            + "nn.conf.preprocessor nn.conf.constraint nn.conf.weightnoise nn.conf.distribution nn.weights nn.conf.ocnn").split(" ")).map(p -> "import org.deeplearning4j." + p + ".*;\n").collect(Collectors.joining())
            .replace("import org.deeplearning4j.nn.conf.ocnn.*;\n", "import org.deeplearning4j.nn.conf.ocnn.OCNNOutputLayer;\n")
            + Arrays.stream("activations activations.impl api.buffer factory learning.config lossfunctions lossfunctions.impl schedule".split(" "))
            .map(p -> "import org.nd4j.linalg." + p + ".*;\n").collect(Collectors.joining());

    /** What each text gives, or what it throws. */
    static List<Object> configurations(List<String> texts) throws Exception {
        Path folder = Files.createTempDirectory("golden");
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (int i = 0; i < texts.size(); i++) {
            Path file = folder.resolve("C" + i + ".java");
            Files.writeString(file, "package cfg;\n" + IMPORTS + "public class C" + i + " { public static Object make() throws Exception { return " + texts.get(i) + "; } }\n");
            arguments.add(file.toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])) != 0) throw new IOException("builder text does not compile");
        List<Object> made = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Compile.class.getClassLoader())) {
            for (int i = 0; i < texts.size(); i++) {
                try {
                    made.add(loader.loadClass("cfg.C" + i).getMethod("make").invoke(null));
                } catch (InvocationTargetException e) {
                    made.add(e.getCause());
                }
            }
        }
        return made;
    }
}
