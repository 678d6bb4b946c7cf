// The encoder's last step is repeated for the decoder.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.deeplearning4j.nn.conf.graph.rnn.*;

public class Seq2Seq {
    public static void main(String[] args) throws Exception {
        ComputationGraphConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(5e-3))
            .weightInit(WeightInit.XAVIER)
            .gradientNormalization(GradientNormalization.ClipL2PerLayer).gradientNormalizationThreshold(5.0)
            .graphBuilder()
            .addInputs("in", "shifted")
            .setInputTypes(InputType.recurrent(14), InputType.recurrent(14))
            .addLayer("encoder", new LSTM.Builder().nIn(14).nOut(128).activation(Activation.SOFTSIGN).build(), "in")
            .addVertex("last", new LastTimeStepVertex("in"), "encoder")
            .addVertex("repeated", new DuplicateToTimeSeriesVertex("shifted"), "last")
            .addLayer("decoder", new LSTM.Builder().nIn(14 + 128).nOut(128).activation(Activation.SOFTSIGN).build(), "shifted", "repeated")
            .addLayer("out", new RnnOutputLayer.Builder().nIn(128).nOut(14).activation(Activation.SOFTMAX).lossFunction(LossFunctions.LossFunction.MCXENT).build(), "decoder")
            .setOutputs("out")
            .build();
    }
}
