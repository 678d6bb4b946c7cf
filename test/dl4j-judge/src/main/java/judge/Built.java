package judge;

import java.lang.reflect.Method;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** Something that a builder made: on which line of the source {@code build()} stands, and the builder. */
record Built(int line, Object network, Object builder) {
    /** As it is now: what the source set after {@code build()} counts. */
    String json() throws Exception {
        Object configuration = configuration();
        String json = (String) configuration.getClass().getMethod("toJson").invoke(configuration);
        return "{\"line\":" + line + "," + sizes(configuration).json() + ",\"network\":" + json + "}";
    }

    /** Transfer learning gives networks, everything else configurations. */
    private Object configuration() throws Exception {
        for (String getter : List.of("getLayerWiseConfigurations", "getConfiguration")) {
            Object found = call(network, getter);
            if (found != null) return found;
        }
        return network;
    }

    @SuppressWarnings("unchecked")
    private Sizes sizes(Object configuration) throws Exception {
        if (configuration instanceof MultiLayerConfiguration layers) return Sizes.of(layers, (InputType) call(builder, "getInputType"));
        return Sizes.of((ComputationGraphConfiguration) configuration, (List<InputType>) call(builder, "getNetworkInputTypes"));
    }

    private static Object call(Object object, String getter) throws Exception {
        try {
            Method method = object.getClass().getMethod(getter);
            return method.invoke(object);
        } catch (NoSuchMethodException none) {
            return null;
        }
    }
}
