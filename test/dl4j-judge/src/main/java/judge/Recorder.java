package judge;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** Listens to the library's builders while a source runs: what was built, and on which line {@code build()} stands. */
public final class Recorder {
    private static final List<String> BUILDERS = List.of(
            "org.deeplearning4j.nn.conf.NeuralNetConfiguration$ListBuilder",
            "org.deeplearning4j.nn.conf.MultiLayerConfiguration$Builder",
            "org.deeplearning4j.nn.conf.ComputationGraphConfiguration$GraphBuilder",
            "org.deeplearning4j.nn.transferlearning.TransferLearning$Builder",
            "org.deeplearning4j.nn.transferlearning.TransferLearning$GraphBuilder");
    private static Recorder current;

    private final ClassLoader sources;
    private final List<Built> built = new ArrayList<>();
    private int depth = 0;

    private Recorder(ClassLoader sources) {
        this.sources = sources;
    }

    static Recorder install(ClassLoader sources) {
        ByteBuddyAgent.install();
        new AgentBuilder.Default()
                .type((type, loader, module, redefined, domain) -> BUILDERS.contains(type.getName()))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Listener.class).on(named("build").and(takesNoArguments()))))
                .installOnByteBuddyAgent();
        current = new Recorder(sources);
        return current;
    }

    /** Woven into every {@code build()}. */
    public static final class Listener {
        @Advice.OnMethodEnter
        public static void enter() {
            Recorder.enter();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        public static void exit(@Advice.This Object builder, @Advice.Return Object network) {
            Recorder.exit(network, builder);
        }
    }

    public static void enter() {
        current.depth++;
    }

    /** A builder that builds through another one counts once. */
    public static void exit(Object network, Object builder) {
        if (--current.depth == 0 && network != null) current.built.add(new Built(current.lineOfSource(), network, builder));
    }

    private int lineOfSource() {
        Optional<Integer> line = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).walk(frames ->
                frames.filter(frame -> frame.getDeclaringClass().getClassLoader() == sources).map(StackWalker.StackFrame::getLineNumber).findFirst());
        return line.orElseThrow(() -> new IllegalStateException("built outside the sources"));
    }

    void clear() {
        built.clear();
        depth = 0;
    }

    /** Everything built since {@link #clear()}. */
    String json() throws Exception {
        List<String> all = new ArrayList<>();
        for (Built one : built) all.add(one.json());
        return "[" + String.join(",\n", all) + "]\n";
    }
}
