// A regression over the last step of a series: LastTimeStep wraps the cell, and the output layer is an ordinary one.
import org.deeplearning4j.nn.conf.*
import org.deeplearning4j.nn.conf.inputs.InputType
import org.deeplearning4j.nn.conf.layers.*
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep
import org.deeplearning4j.nn.weights.WeightInit
import org.nd4j.linalg.activations.Activation
import org.nd4j.linalg.learning.config.AMSGrad
import org.nd4j.linalg.lossfunctions.LossFunctions

fun forecast(features: Int, units: Int = 48) = NeuralNetConfiguration.Builder().apply {
    seed(5)
    updater(AMSGrad(1e-3))
    weightInit(WeightInit.XAVIER)
    l2(1e-5)
    gradientNormalization = GradientNormalization.ClipL2PerLayer
    gradientNormalizationThreshold = 5.0
}.list()
    .layer(LastTimeStep(LSTM.Builder().nOut(units).activation(Activation.TANH).build()))
    .layer(DenseLayer.Builder().nOut(24).activation(Activation.SWISH).weightInit(WeightInit.RELU).build())
    .layer(OutputLayer.Builder(LossFunctions.LossFunction.L1).nOut(1).activation(Activation.IDENTITY).build())
    .setInputType(InputType.recurrent(features.toLong()))
    .build()
