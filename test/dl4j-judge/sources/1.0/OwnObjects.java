package org.example.styles;

import java.util.*;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.*;

/** Objects of the file's own that carry settings. */
public class OwnObjects {
    static class Config {
        int in = 4, hidden = 8, out = 2;
        double rate = 0.1;
        Activation activation = Activation.TANH;
        Config() { }
        Config(int hidden) { this(hidden, 0.05); }
        Config(int hidden, double rate) { this.hidden = hidden; this.rate = rate; }
        Config hidden(int n) { hidden = n; return this; }
        Config rate(double r) { rate = r; return this; }
        int getHidden() { return hidden; }
        boolean isWide() { return hidden > 20; }
    }
    MultiLayerConfiguration chained() {
        Config c = new Config(30).rate(0.02);
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(c.rate)).list()
            .layer(new DenseLayer.Builder().nIn(c.in).nOut(c.getHidden()).activation(c.isWide() ? Activation.RELU : c.activation).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(c.getHidden()).nOut(c.out).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration assigned() {
        Config c = new Config();
        c.hidden = 16;
        c.activation = Activation.ELU;
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(c.rate)).list()
            .layer(new DenseLayer.Builder().nIn(c.in).nOut(c.hidden).activation(c.activation).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(c.hidden).nOut(c.out).activation(Activation.IDENTITY).build())
            .build();
    }
    private static final Map<String, Integer> SIZES = new HashMap<>();
    static { SIZES.put("small", 5); SIZES.put("large", 50); }
    enum Size {
        SMALL(6), LARGE(60);
        final int units;
        Size(int units) { this.units = units; }
        int twice() { return units * 2; }
    }
    MultiLayerConfiguration fromMapAndEnum() {
        Size size = Size.SMALL;
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(SIZES.get("large")).activation(Activation.TANH).build())
            .layer(new DenseLayer.Builder().nIn(SIZES.get("large")).nOut(size.twice()).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(size.twice()).nOut(3).activation(Activation.IDENTITY).build())
            .build();
    }
    private static int sum(int... xs) { int total = 0; for (int x : xs) total += x; return total; }
    private static Activation pick(String kind) {
        if (kind == null) return Activation.SIGMOID;
        if (kind.startsWith("r")) return Activation.RELU;
        return Activation.TANH;
    }
    MultiLayerConfiguration computed() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(new DenseLayer.Builder().nIn(sum(1, 2, 3)).nOut(sum(4, 9)).activation(pick("relu")).build())
            .layer(new DenseLayer.Builder().nIn(sum(4, 9)).nOut(9).activation(pick(null)).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(9).nOut(30).activation(Activation.IDENTITY).build())
            .build();
    }
}
