package org.example.styles;

import static org.deeplearning4j.nn.weights.WeightInit.XAVIER;
import static org.nd4j.linalg.activations.Activation.*;
import static org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;

public class BuildersInFields {
    private static final int IN = 12, HIDDEN = 24, OUT = 4;
    private static final double RATE = 1e-3;
    private final int[] widths = {32, 16, 8};
    private int depth = 3;
    private final NeuralNetConfiguration.Builder shared = new NeuralNetConfiguration.Builder().seed(99).updater(new Adam(RATE)).weightInit(XAVIER);

    MultiLayerConfiguration fromField() {
        return shared.list()
            .layer(new DenseLayer.Builder().nIn(IN).nOut(HIDDEN).activation(RELU).build())
            .layer(new OutputLayer.Builder(MCXENT).nIn(HIDDEN).nOut(OUT).activation(SOFTMAX).build())
            .build();
    }

    MultiLayerConfiguration listBuilderInVariable() {
        ListBuilder b = new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.05)).list();
        b.layer(0, new DenseLayer.Builder().nIn(IN).nOut(widths[0]).activation(TANH).build());
        b.layer(1, new DenseLayer.Builder().nIn(widths[0]).nOut(widths[1]).activation(TANH).build());
        b.layer(2, new OutputLayer.Builder().lossFunction(MSE).nIn(widths[1]).nOut(1).activation(IDENTITY).build());
        return b.build();
    }

    MultiLayerConfiguration assignedInTurn() {
        NeuralNetConfiguration.Builder global;
        global = new NeuralNetConfiguration.Builder();
        global = global.seed(7);
        global = global.l2(1e-4);
        global = global.updater(new Nesterovs(0.01, 0.9));
        ListBuilder list = global.list();
        list = list.layer(new DenseLayer.Builder().nIn(3).nOut(6).activation(Activation.ELU).build());
        list = list.layer(new OutputLayer.Builder(XENT).nIn(6).nOut(1).activation(Activation.SIGMOID).build());
        return list.build();
    }

    MultiLayerConfiguration loopOverSizes() {
        ListBuilder list = new NeuralNetConfiguration.Builder().updater(new RmsProp(1e-3)).activation(RELU).list();
        int previous = IN;
        for (int width : widths) {
            list.layer(new DenseLayer.Builder().nIn(previous).nOut(width).build());
            previous = width;
        }
        list.layer(new OutputLayer.Builder(MCXENT).nIn(previous).nOut(OUT).activation(SOFTMAX).build());
        return list.build();
    }

    MultiLayerConfiguration whileLoop() {
        ListBuilder list = new NeuralNetConfiguration.Builder().updater(new AdaGrad(0.1)).list();
        int i = 0;
        while (i < 3) {
            list.layer(i, new DenseLayer.Builder().nIn(5).nOut(5).activation(SOFTSIGN).build());
            i++;
        }
        return list.layer(i, new OutputLayer.Builder(L1).nIn(5).nOut(2).activation(IDENTITY).build()).build();
    }

    MultiLayerConfiguration listOfLayers() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new DenseLayer.Builder().nIn(8).nOut(8).activation(CUBE).build());
        layers.add(new DropoutLayer.Builder(0.5).build());
        layers.add(new OutputLayer.Builder(SQUARED_HINGE).nIn(8).nOut(2).activation(TANH).build());
        ListBuilder list = new NeuralNetConfiguration.Builder().updater(new AMSGrad(0.002)).list();
        for (Layer layer : layers) list.layer(layer);
        return list.build();
    }

    MultiLayerConfiguration arrayOfLayers() {
        Layer[] layers = new Layer[2];
        layers[0] = new DenseLayer.Builder().nIn(8).nOut(4).activation(SELU).build();
        layers[1] = new OutputLayer.Builder(HINGE).nIn(4).nOut(2).activation(TANH).build();
        return new NeuralNetConfiguration.Builder().seed(5).updater(new AdaMax(0.001)).list(layers).build();
    }

    MultiLayerConfiguration ternaries() {
        boolean deep = false;
        double rate = deep ? 1e-4 : 5e-3;
        return new NeuralNetConfiguration.Builder().seed(2)
            .updater(deep ? new Adam(rate) : new Sgd(rate))
            .list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(deep ? 100 : 10).activation(deep ? TANH : SWISH).build())
            .layer(new OutputLayer.Builder(MEAN_ABSOLUTE_ERROR).nIn(deep ? 100 : 10).nOut(1).activation(IDENTITY).build())
            .build();
    }

    MultiLayerConfiguration commentsInTheChain() {
        return new NeuralNetConfiguration.Builder() // the builder
            /* .seed(1) */
            .seed(3) // .updater(new Sgd(5))
            .updater(/* small */ new Adam(0.0005 /* rate */))
            // layers
            .list()
            .layer(0, // first
                new DenseLayer.Builder().nIn(2) /* x and y */ .nOut(4).activation(HARDTANH).build())
            /* .layer(1, new DenseLayer.Builder().build()) */
            .layer(1, new OutputLayer.Builder(XENT).nIn(4).nOut(1).activation(SIGMOID).build())
            .build();
    }

    MultiLayerConfiguration sizesByArithmetic() {
        final int side = 4;
        final int pixels = side * side;
        int half = pixels / 2, quarter = half >> 1;
        return new NeuralNetConfiguration.Builder().updater(new Adam(Math.pow(10, -3))).list()
            .layer(new DenseLayer.Builder().nIn(pixels).nOut(half + 1).activation(RATIONALTANH).build())
            .layer(new DenseLayer.Builder().nIn(half + 1).nOut(Math.max(quarter, 3)).activation(SOFTPLUS).build())
            .layer(new OutputLayer.Builder(POISSON).nIn(Math.max(quarter, 3)).nOut((int) Math.sqrt(9)).activation(SOFTPLUS).build())
            .build();
    }

    MultiLayerConfiguration countedByField() {
        ListBuilder list = new NeuralNetConfiguration.Builder().updater(new Nadam(1e-3)).list();
        for (int i = 0; i < this.depth; i++)
            list.layer(i, new DenseLayer.Builder().nIn(i == 0 ? IN : HIDDEN).nOut(HIDDEN).activation(RELU6).build());
        return list.layer(depth, new OutputLayer.Builder(KL_DIVERGENCE).nIn(HIDDEN).nOut(OUT).activation(SOFTMAX).build()).build();
    }

    MultiLayerConfiguration var() {
        var global = new NeuralNetConfiguration.Builder().seed(10L).updater(new AdaDelta());
        var list = global.list();
        var hidden = new DenseLayer.Builder().nIn(9).nOut(9).activation(LEAKYRELU).build();
        list.layer(hidden);
        var last = new OutputLayer.Builder(COSINE_PROXIMITY).nIn(9).nOut(3).activation(IDENTITY);
        list.layer(last.build());
        return list.build();
    }

    MultiLayerConfiguration setOnTheConfiguration() {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).list()
            .layer(new LSTM.Builder().nIn(3).nOut(5).activation(TANH).build())
            .layer(new RnnOutputLayer.Builder(MCXENT).nIn(5).nOut(2).activation(SOFTMAX).build())
            .build();
        conf.setBackpropType(org.deeplearning4j.nn.conf.BackpropType.TruncatedBPTT);
        conf.setTbpttFwdLength(12);
        conf.setTbpttBackLength(12);
        return conf;
    }

    MultiLayerConfiguration nestedHelpers() {
        return finished(opened(6), 2);
    }

    private ListBuilder opened(int inputs) {
        return new NeuralNetConfiguration.Builder().seed(31).updater(new Adam(RATE * 10)).list().layer(dense(inputs, 12));
    }

    private MultiLayerConfiguration finished(ListBuilder list, int classes) {
        return list.layer(dense(12, 6)).layer(new OutputLayer.Builder(NEGATIVELOGLIKELIHOOD).nIn(6).nOut(classes).activation(SOFTMAX).build()).build();
    }

    private static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(RELU).biasInit(0.01).build();
    }

    MultiLayerConfiguration arraysAsList() {
        ListBuilder list = new NeuralNetConfiguration.Builder().updater(new Sgd(0.2)).list();
        List<Integer> sizes = Arrays.asList(6, 5, 4);
        for (int i = 1; i < sizes.size(); i++)
            list.layer(new DenseLayer.Builder().nIn(sizes.get(i - 1)).nOut(sizes.get(i)).activation(SIGMOID).build());
        list.layer(new OutputLayer.Builder(MSE).nIn(sizes.get(sizes.size() - 1)).nOut(1).activation(IDENTITY).build());
        return list.build();
    }

    MultiLayerConfiguration switchOnConstant() {
        String kind = "tanh";
        Activation activation;
        switch (kind) {
            case "relu":
                activation = RELU;
                break;
            case "tanh":
                activation = TANH;
                break;
            default:
                activation = SIGMOID;
        }
        return new NeuralNetConfiguration.Builder().activation(activation).updater(new NoOp()).list()
            .layer(new DenseLayer.Builder().nIn(2).nOut(3).build())
            .layer(new OutputLayer.Builder(MSE).nIn(3).nOut(1).activation(IDENTITY).build())
            .build();
    }

    MultiLayerConfiguration inputTypeOnly() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Adam()).list()
            .layer(new ConvolutionLayer.Builder(new int[] {3, 3}).nOut(4).stride(new int[] {1, 1}).padding(new int[] {1, 1}).activation(RELU).build())
            .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG, new int[] {2, 2}, new int[] {2, 2}).build())
            .layer(new DenseLayer.Builder().nOut(16).activation(RELU).build())
            .layer(new OutputLayer.Builder(MCXENT).nOut(10).activation(SOFTMAX).build())
            .setInputType(InputType.convolutionalFlat(12, 12, 1))
            .build();
    }
}
