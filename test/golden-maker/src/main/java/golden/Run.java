package golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Trains one case with the real Deeplearning4j and returns what a golden file says about it. */
final class Run {
    private static final int STEPS = 5;
    private static final Set<Integer> SHOWN = Set.of(1, 2, 5);
    private static final Set<String> ESTIMATES = Set.of("mean", "var", "log10stdev");

    private final Case c;
    private MultiLayerNetwork net;
    private ComputationGraph graph;

    private Run(Case c, Object configuration) {
        this.c = c;
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        if (configuration instanceof MultiLayerConfiguration list) {
            net = new MultiLayerNetwork(list);
            net.init();
        } else {
            graph = new ComputationGraph((ComputationGraphConfiguration) configuration);
            graph.init();
        }
        // Few digits, so that the file says exactly what was trained.
        model().setParams(Transforms.round(model().params().mul(1e6)).div(1e6));
    }

    static Map<String, Object> golden(Case c, Object configuration) {
        Run run = new Run(c, configuration);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", c.id);
        if (!c.note.isEmpty()) out.put("note", c.note);
        out.put("java", c.java);
        out.put("batchSize", c.batchSize);
        out.put("data", c.dataJson());
        out.put("initial", Map.of("layers", layers(run.table())));
        run.trainInto(out);
        return out;
    }

    private void trainInto(Map<String, Object> out) {
        out.put("scoreBefore", score());
        out.put("outputBefore", output());
        out.put("gradient", Map.of("layers", gradient()));
        Map<String, Object> after = new LinkedHashMap<>();
        List<Object> losses = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            fit((step - 1) % c.batches());
            losses.add(model().score());
            if (step % c.batches() == 0) endEpoch();
            if (SHOWN.contains(step)) after.put("" + step, Map.of("layers", layers(table())));
        }
        out.put("losses", losses);
        out.put("after", after);
        out.put("scoreAfter", score());
        out.put("outputAfter", output());
    }

    private Model model() { return net != null ? net : graph; }
    private Map<String, INDArray> table() { return net != null ? net.paramTable() : graph.paramTable(); }

    private void fit(int batch) {
        if (net != null) net.fit(c.single(batch));
        else graph.fit(c.multi(batch));
    }

    private void endEpoch() {
        if (net != null) net.incrementEpochCount();
        else graph.incrementEpochCount();
    }

    private double score() { return net != null ? net.score(c.single(-1), false) : graph.score(c.multi(-1), false); }

    private INDArray output() {
        if (net != null) {
            DataSet all = c.single(-1);
            return net.output(all.getFeatures(), false, all.getFeaturesMaskArray(), null);
        }
        MultiDataSet all = c.multi(-1);
        return graph.output(false, all.getFeatures(), all.getFeaturesMaskArrays())[0];
    }

    /** Mean gradient of the first minibatch, without regularization, before normalization and updater. */
    private List<Map<String, Object>> gradient() {
        Model copy = net != null ? net.clone() : graph.clone();
        if (copy instanceof MultiLayerNetwork n) {
            DataSet batch = c.single(0);
            n.setInput(batch.getFeatures());
            n.setLabels(batch.getLabels());
            n.setLayerMaskArrays(batch.getFeaturesMaskArray(), batch.getLabelsMaskArray());
            n.computeGradientAndScore();
        } else if (copy instanceof ComputationGraph n) {
            MultiDataSet batch = c.multi(0);
            n.setInputs(batch.getFeatures());
            n.setLabels(batch.getLabels());
            n.setLayerMaskArrays(batch.getFeaturesMaskArrays(), batch.getLabelsMaskArrays());
            n.computeGradientAndScore();
        }
        Map<String, INDArray> sums = copy.gradient().gradientForVariable(), mean = new LinkedHashMap<>();
        for (var entry : table().entrySet()) {
            INDArray sum = sums.get(entry.getKey());
            boolean learns = !ESTIMATES.contains(nameOf(entry.getKey()));
            if (sum != null && learns) mean.put(entry.getKey(), sum.reshape(entry.getValue().shape()).div(Math.min(c.batchSize, c.size())));
        }
        return layers(mean);
    }

    private static String nameOf(String key) { return key.substring(key.lastIndexOf('_') + 1); }

    /** Named arrays per layer; a batch normalization's log10 of the deviation is given as the variance. */
    private static List<Map<String, Object>> layers(Map<String, INDArray> table) {
        Map<String, Map<String, Object>> byLayer = new LinkedHashMap<>();
        for (var entry : table.entrySet()) {
            String layer = entry.getKey().substring(0, entry.getKey().lastIndexOf('_')), name = nameOf(entry.getKey());
            INDArray array = entry.getValue().dup('c');
            if (name.equals("log10stdev")) {
                name = "var";
                array = Transforms.pow(Nd4j.valueArrayOf(array.shape(), 10.0, DataType.DOUBLE), array.mul(2));
            }
            if (array.rank() == 2 && array.size(0) == 1 && !name.endsWith("W")) array = array.reshape(array.length());
            byLayer.computeIfAbsent(layer, key -> new LinkedHashMap<>(Map.of("layer", key))).put(name, array);
        }
        return new ArrayList<>(byLayer.values());
    }
}
