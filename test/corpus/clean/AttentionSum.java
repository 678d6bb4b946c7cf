// Self-attention between two layers: its softmax belongs to it, and global pooling ends the series.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class AttentionSum {
    public static void main(String[] args) {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(31)
            .updater(new Adam(1e-3))
            .weightInit(WeightInit.XAVIER)
            .gradientNormalization(GradientNormalization.ClipL2PerLayer).gradientNormalizationThreshold(1.0)
            .list()
            .layer(new LSTM.Builder().nOut(64).activation(Activation.TANH).build())
            .layer(new SelfAttentionLayer.Builder().nOut(64).nHeads(4).projectInput(true).build())
            .layer(new GlobalPoolingLayer.Builder().poolingType(PoolingType.MAX).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(6).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.recurrent(12))
            .build();
        System.out.println(conf.toJson());
    }
}
