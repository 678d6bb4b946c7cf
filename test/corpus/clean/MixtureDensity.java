// A loss of several parts on a linear layer: what its units mean is the loss's business.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMixtureDensity;

public class MixtureDensity {
    static MultiLayerConfiguration of(int mixtures) {
        return new NeuralNetConfiguration.Builder()
            .seed(3)
            .updater(new Adam(1e-3))
            .weightInit(WeightInit.XAVIER)
            .list()
            .layer(new DenseLayer.Builder().nIn(1).nOut(40).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(new LossMixtureDensity.Builder().gaussians(5).labelWidth(1).build())
                .nIn(40).nOut(15).activation(Activation.IDENTITY).build())
            .build();
    }
}
