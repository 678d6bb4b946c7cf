// The other half of a GAN: one sigmoid unit with XENT is a classifier of two classes, and Adam's beta1 of 0.5 is usual here.
import org.deeplearning4j.nn.conf.MultiLayerConfiguration
import org.deeplearning4j.nn.conf.NeuralNetConfiguration
import org.deeplearning4j.nn.conf.inputs.InputType
import org.deeplearning4j.nn.conf.layers.*
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork
import org.deeplearning4j.nn.weights.WeightInit
import org.nd4j.linalg.activations.Activation
import org.nd4j.linalg.activations.impl.ActivationLReLU
import org.nd4j.linalg.learning.config.Adam
import org.nd4j.linalg.lossfunctions.LossFunctions

object Discriminator {
    private const val rate = 2e-4

    fun configuration(): MultiLayerConfiguration {
        val builder = NeuralNetConfiguration.Builder()
        builder.seed(666)
        builder.updater(Adam.builder().learningRate(rate).beta1(0.5).build())
        builder.weightInit(WeightInit.RELU)
        return builder.list()
            .layer(ConvolutionLayer.Builder(4, 4).nOut(64).stride(2, 2).padding(1, 1).activation(ActivationLReLU(0.2)).build())
            .layer(ConvolutionLayer.Builder(4, 4).nOut(128).stride(2, 2).padding(1, 1).activation(ActivationLReLU(0.2)).build())
            .layer(DropoutLayer(0.7))
            .layer(OutputLayer.Builder(LossFunctions.LossFunction.XENT).nOut(1).activation(Activation.SIGMOID).weightInit(WeightInit.XAVIER).build())
            .setInputType(InputType.convolutional(28, 28, 1))
            .build()
    }
}

fun main() {
    val net = MultiLayerNetwork(Discriminator.configuration())
    net.init()
}
