package golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** One network, its data, and how it is run. */
final class Case {
    final String id, note, java;
    final int batchSize;
    /** By input and output name, in order; a lone one has any name. */
    final Map<String, INDArray> features, labels;
    final INDArray featuresMask, labelsMask;
    private final JsonNode data;

    private Case(JsonNode c) {
        id = c.get("id").asText();
        note = c.path("note").asText();
        java = c.get("java").asText();
        batchSize = c.get("batchSize").asInt();
        data = c.get("data");
        features = arrays(data.get("features"));
        labels = arrays(data.get("labels"));
        featuresMask = data.has("featuresMask") ? array(data.get("featuresMask")) : null;
        labelsMask = data.has("labelsMask") ? array(data.get("labelsMask")) : null;
    }

    static List<Case> read(String json) throws Exception {
        List<Case> cases = new ArrayList<>();
        for (JsonNode c : new ObjectMapper().readTree(json)) cases.add(new Case(c));
        return cases;
    }

    Object dataJson() { return new ObjectMapper().convertValue(data, Object.class); }

    private static Map<String, INDArray> arrays(JsonNode n) {
        Map<String, INDArray> all = new LinkedHashMap<>();
        if (n.has("shape")) all.put("", array(n));
        else n.fields().forEachRemaining(e -> all.put(e.getKey(), array(e.getValue())));
        return all;
    }

    private static INDArray array(JsonNode n) {
        long[] shape = new long[n.get("shape").size()];
        for (int i = 0; i < shape.length; i++) shape[i] = n.get("shape").get(i).asLong();
        double[] values = new double[n.get("values").size()];
        for (int i = 0; i < values.length; i++) values[i] = n.get("values").get(i).asDouble();
        return Nd4j.createFromArray(values).castTo(DataType.DOUBLE).reshape('c', shape);
    }

    int size() { return (int) features.values().iterator().next().size(0); }
    int batches() { return (size() + batchSize - 1) / batchSize; }

    MultiDataSet multi(int batch) {
        return new MultiDataSet(parts(features, batch), parts(labels, batch), masks(featuresMask, features.size(), batch), masks(labelsMask, labels.size(), batch));
    }

    DataSet single(int batch) {
        MultiDataSet m = multi(batch);
        return new DataSet(m.getFeatures(0), m.getLabels(0), m.getFeaturesMaskArray(0), m.getLabelsMaskArray(0));
    }

    /** @param batch from 0; -1 takes all */
    private INDArray part(INDArray a, int batch) {
        if (batch < 0) return a.dup('c');
        INDArrayIndex[] index = new INDArrayIndex[a.rank()];
        Arrays.fill(index, NDArrayIndex.all());
        index[0] = NDArrayIndex.interval((long) batch * batchSize, Math.min((batch + 1L) * batchSize, size()));
        return a.get(index).dup('c');
    }

    private INDArray[] parts(Map<String, INDArray> all, int batch) {
        return all.values().stream().map(a -> part(a, batch)).toArray(INDArray[]::new);
    }

    private INDArray[] masks(INDArray mask, int count, int batch) {
        INDArray[] all = new INDArray[count];
        for (int i = 0; mask != null && i < count; i++) all[i] = part(mask, batch);
        return all;
    }
}
