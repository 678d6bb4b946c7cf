// Residual blocks made by a method: linear convolutions before normalization, and sums that are rectified afterwards.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class ResNetBlocks {

    private static String block(GraphBuilder g, String name, String in, int width) {
        g.addLayer(name + "_c1", new ConvolutionLayer.Builder(3, 3).nOut(width).hasBias(false).activation(Activation.IDENTITY).build(), in)
            .addLayer(name + "_b1", new BatchNormalization.Builder().build(), name + "_c1")
            .addLayer(name + "_a1", new ActivationLayer.Builder().activation(Activation.RELU).build(), name + "_b1")
            .addLayer(name + "_c2", new ConvolutionLayer.Builder(3, 3).nOut(width).hasBias(false).activation(Activation.IDENTITY).build(), name + "_a1")
            .addLayer(name + "_b2", new BatchNormalization.Builder().build(), name + "_c2")
            .addVertex(name + "_sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), name + "_b2", in)
            .addLayer(name, new ActivationLayer.Builder().activation(Activation.RELU).build(), name + "_sum");
        return name;
    }

    public static ComputationGraphConfiguration cifar() {
        GraphBuilder g = new NeuralNetConfiguration.Builder()
            .seed(42)
            .updater(new Nesterovs(0.05, 0.9))
            .l2(1e-4)
            .weightInit(WeightInit.RELU)
            .convolutionMode(ConvolutionMode.Same)
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.convolutional(32, 32, 3));
        g.addLayer("stem", new ConvolutionLayer.Builder(3, 3).nOut(16).activation(Activation.RELU).build(), "in");
        String last = block(g, "a", "stem", 16);
        last = block(g, "b", last, 16);
        g.addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), last);
        g.addLayer("out", new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nOut(10)
            .weightInit(WeightInit.XAVIER).activation(Activation.SOFTMAX).build(), "pool");
        return g.setOutputs("out").build();
    }
}
