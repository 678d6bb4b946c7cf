// Object detection: the last layer brings its own loss and activations, and a linear 1×1 convolution feeds it.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.layers.objdetect.Yolo2OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

public class Yolo {
    public ComputationGraphConfiguration conf() {
        INDArray priors = Nd4j.create(new double[][] {{2, 5}, {2.5, 6}, {3, 7}, {3.5, 8}, {4, 9}});
        int boxes = 5, classes = 1;
        return new NeuralNetConfiguration.Builder()
            .seed(77)
            .gradientNormalization(GradientNormalization.RenormalizeL2PerLayer)
            .updater(new Adam(1e-4))
            .l2(1e-5)
            .activation(Activation.IDENTITY)
            .weightInit(WeightInit.RELU)
            .convolutionMode(ConvolutionMode.Same)
            .graphBuilder()
            .addInputs("photo")
            .addLayer("c1", new ConvolutionLayer.Builder(3, 3).nOut(16).hasBias(false).build(), "photo")
            .addLayer("n1", new BatchNormalization.Builder().build(), "c1")
            .addLayer("a1", new ActivationLayer.Builder().activation(Activation.LEAKYRELU).build(), "n1")
            .addLayer("p1", new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2}).build(), "a1")
            .addLayer("c2", new ConvolutionLayer.Builder(3, 3).nOut(32).hasBias(false).build(), "p1")
            .addLayer("n2", new BatchNormalization.Builder().build(), "c2")
            .addLayer("a2", new ActivationLayer.Builder().activation(Activation.LEAKYRELU).build(), "n2")
            .addLayer("boxes", new ConvolutionLayer.Builder(1, 1).nOut(boxes * (5 + classes)).weightInit(WeightInit.XAVIER).build(), "a2")
            .addLayer("found", new Yolo2OutputLayer.Builder().boundingBoxPriors(priors).build(), "boxes")
            .setOutputs("found")
            .setInputTypes(InputType.convolutional(208, 208, 3))
            .build();
    }
}
