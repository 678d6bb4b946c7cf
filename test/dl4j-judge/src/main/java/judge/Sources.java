package judge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Source files, compiled against the Deeplearning4j of the class path. */
record Sources(List<Path> files, ClassLoader loader) {
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)", Pattern.MULTILINE);

    static Sources compile(List<Path> files) throws IOException {
        Path classes = Files.createTempDirectory("dl4j-judge");
        List<String> args = new ArrayList<>(List.of("-nowarn", "-XDsuppressNotes", "-g", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (Path file : files) args.add(file.toString());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac.run(null, null, null, args.toArray(new String[0])) != 0) throw new IOException("a source does not compile");
        return new Sources(files, new URLClassLoader(new URL[] {classes.toUri().toURL()}, Sources.class.getClassLoader()));
    }

    /** Whether a source compiles by itself; what the compiler says stands beside it. */
    static boolean compiles(Path file) {
        try (OutputStream said = Files.newOutputStream(file.resolveSibling("said"))) {
            Path classes = Files.createTempDirectory("dl4j-judge");
            String[] args = {"-nowarn", "-XDsuppressNotes", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), file.toString()};
            return ToolProvider.getSystemJavaCompiler().run(null, said, said, args) == 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs {@code main}; without one, every method without parameters that returns something of Deeplearning4j. */
    Throwable run(Path file) throws Exception {
        Class<?> type = loader.loadClass(className(file));
        try {
            Method main = main(type);
            if (main != null) main.invoke(null, (Object) new String[0]);
            else for (Method method : type.getDeclaredMethods()) if (makesNetwork(method)) invoke(type, method);
            return null;
        } catch (InvocationTargetException failure) {
            return failure.getCause();
        }
    }

    private static String className(Path file) throws IOException {
        Matcher matcher = PACKAGE.matcher(Files.readString(file));
        String name = file.getFileName().toString().replace(".java", "");
        return matcher.find() ? matcher.group(1) + "." + name : name;
    }

    private static Method main(Class<?> type) {
        try {
            return type.getMethod("main", String[].class);
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    private static boolean makesNetwork(Method method) {
        return method.getParameterCount() == 0
                && !method.isSynthetic()
                && method.getReturnType().getName().matches("org\\.deeplearning4j\\.nn\\.(conf|multilayer|graph)\\.[A-Z]\\w*(Configuration|Network|Graph)");
    }

    private static void invoke(Class<?> type, Method method) throws Exception {
        method.setAccessible(true);
        if (Modifier.isStatic(method.getModifiers())) {
            method.invoke(null);
            return;
        }
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        method.invoke(constructor.newInstance());
    }
}
