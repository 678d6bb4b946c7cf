// Center loss over a narrow embedding: softmax behind a linear bottleneck, twenty to a batch.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class CenterLossFaces {
    MultiLayerConfiguration configuration(int people) {
        return new NeuralNetConfiguration.Builder()
            .seed(12345)
            .l2(5e-4)
            .updater(new Adam(1e-3))
            .weightInit(WeightInit.RELU)
            .activation(Activation.LEAKYRELU)
            .list()
            .layer(new ConvolutionLayer.Builder(5, 5).stride(1, 1).nOut(32).build())
            .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
            .layer(new ConvolutionLayer.Builder(5, 5).stride(1, 1).nOut(64).build())
            .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
            .layer(new DenseLayer.Builder().nOut(256).build())
            .layer(new CenterLossOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nIn(256).nOut(people)
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.SOFTMAX)
                .alpha(0.1).lambda(3e-4)
                .build())
            .setInputType(InputType.convolutionalFlat(64, 64, 1))
            .build();
    }
}
