// Sequence to sequence in Kotlin: the last step of the encoder is repeated for the decoder, both are clipped.
import org.deeplearning4j.nn.conf.BackpropType
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration
import org.deeplearning4j.nn.conf.GradientNormalization
import org.deeplearning4j.nn.conf.NeuralNetConfiguration
import org.deeplearning4j.nn.conf.graph.MergeVertex
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex
import org.deeplearning4j.nn.conf.inputs.InputType
import org.deeplearning4j.nn.conf.layers.LSTM
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer
import org.deeplearning4j.nn.weights.WeightInit
import org.nd4j.linalg.activations.Activation
import org.nd4j.linalg.learning.config.Adam
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction

const val ALPHABET = 14

fun addition(hidden: Int = 128): ComputationGraphConfiguration =
    NeuralNetConfiguration.Builder()
        .seed(1234)
        .weightInit(WeightInit.XAVIER)
        .updater(Adam(2e-3))
        .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
        .gradientNormalizationThreshold(1.0)
        .graphBuilder()
        .addInputs("question", "answerSoFar")
        .setInputTypes(InputType.recurrent(ALPHABET.toLong()), InputType.recurrent(ALPHABET.toLong()))
        .addLayer("encoder", LSTM.Builder().nIn(ALPHABET).nOut(hidden).activation(Activation.TANH).build(), "question")
        .addVertex("last", LastTimeStepVertex("question"), "encoder")
        .addVertex("again", DuplicateToTimeSeriesVertex("answerSoFar"), "last")
        .addVertex("both", MergeVertex(), "answerSoFar", "again")
        .addLayer("decoder", LSTM.Builder().nIn(ALPHABET + hidden).nOut(hidden).activation(Activation.TANH).build(), "both")
        .addLayer("answer", RnnOutputLayer.Builder(LossFunction.MCXENT).nIn(hidden).nOut(ALPHABET).activation(Activation.SOFTMAX).build(), "decoder")
        .setOutputs("answer")
        .backpropType(BackpropType.Standard)
        .build()
