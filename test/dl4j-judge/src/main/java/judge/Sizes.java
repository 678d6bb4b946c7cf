package judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** What the library works out and does not write into its JSON, by layer: how many parameters there are, and what comes out. */
record Sizes(Map<String, Long> parameters, Map<String, String> outputs) {
    static Sizes of(MultiLayerConfiguration network, InputType input) {
        Sizes sizes = new Sizes(new LinkedHashMap<>(), new LinkedHashMap<>());
        InputType given = input;
        for (int i = 0; i < network.getConfs().size(); i++) {
            NeuralNetConfiguration conf = network.getConf(i);
            sizes.count(String.valueOf(i), conf);
            InputPreProcessor before = network.getInputPreProcess(i);
            try {
                if (given != null && before != null) given = before.getOutputType(given);
                if (given != null) given = conf.getLayer().getOutputType(i, given);
            } catch (RuntimeException refused) {
                given = null;
            }
            if (given != null) sizes.outputs.put(String.valueOf(i), given.toString());
        }
        return sizes;
    }

    static Sizes of(ComputationGraphConfiguration network, List<InputType> inputs) {
        Sizes sizes = new Sizes(new LinkedHashMap<>(), new LinkedHashMap<>());
        Map<String, InputType> types = new LinkedHashMap<>();
        for (int i = 0; inputs != null && i < inputs.size(); i++) types.put(network.getNetworkInputs().get(i), inputs.get(i));
        network.getVertices().forEach((name, vertex) -> {
            if (vertex instanceof LayerVertex layer) sizes.count(name, layer.getLayerConf());
        });
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<String, GraphVertex> vertex : network.getVertices().entrySet()) grew |= sizes.step(vertex, network, types);
        }
        return sizes;
    }

    /** Adds one vertex' output where all that feeds it is known. */
    private boolean step(Map.Entry<String, GraphVertex> vertex, ComputationGraphConfiguration network, Map<String, InputType> types) {
        if (types.containsKey(vertex.getKey())) return false;
        List<InputType> given = new ArrayList<>();
        for (String from : network.getVertexInputs().get(vertex.getKey())) given.add(types.get(from));
        if (given.contains(null)) return false;
        InputType output;
        try {
            output = vertex.getValue().getOutputType(0, given.toArray(new InputType[0]));
        } catch (RuntimeException refused) {
            return false;
        }
        types.put(vertex.getKey(), output);
        outputs.put(vertex.getKey(), output.toString());
        return true;
    }

    private void count(String name, NeuralNetConfiguration conf) {
        try {
            ParamInitializer initializer = conf.getLayer().initializer();
            parameters.put(name, initializer == null ? 0L : (long) initializer.numParams(conf));
        } catch (RuntimeException refused) {
            // A layer that has no sizes yet.
        }
    }

    String json() {
        List<String> counts = new ArrayList<>();
        parameters.forEach((name, count) -> counts.add(Json.text(name) + ":" + count));
        List<String> types = new ArrayList<>();
        outputs.forEach((name, type) -> types.add(Json.text(name) + ":" + Json.text(type)));
        return "\"parameters\":{" + String.join(",", counts) + "},\"outputs\":{" + String.join(",", types) + "}";
    }
}
