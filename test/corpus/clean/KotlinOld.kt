// 0.9.1 in Kotlin: regularization switched on before l2, the rate beside the updater, no repeated iterations.
import org.deeplearning4j.datasets.iterator.impl.MnistDataSetIterator
import org.deeplearning4j.nn.conf.NeuralNetConfiguration
import org.deeplearning4j.nn.conf.Updater
import org.deeplearning4j.nn.conf.inputs.InputType
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer
import org.deeplearning4j.nn.conf.layers.DenseLayer
import org.deeplearning4j.nn.conf.layers.OutputLayer
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork
import org.deeplearning4j.nn.weights.WeightInit
import org.nd4j.linalg.activations.Activation
import org.nd4j.linalg.lossfunctions.LossFunctions

fun main() {
    val seed = 123
    val train = MnistDataSetIterator(64, true, seed)
    val test = MnistDataSetIterator(64, false, seed)
    val conf = NeuralNetConfiguration.Builder()
        .seed(seed)
        .iterations(1)
        .regularization(true).l2(0.0005)
        .learningRate(.01)
        .weightInit(WeightInit.RELU)
        .updater(Updater.NESTEROVS).momentum(0.9)
        .list()
        .layer(0, ConvolutionLayer.Builder(5, 5).nIn(1).stride(1, 1).nOut(20).activation(Activation.RELU).build())
        .layer(1, SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
        .layer(2, DenseLayer.Builder().activation(Activation.RELU).nOut(500).build())
        .layer(3, OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nOut(10).weightInit(WeightInit.XAVIER).activation(Activation.SOFTMAX).build())
        .setInputType(InputType.convolutionalFlat(28, 28, 1))
        .backprop(true).pretrain(false)
        .build()
    val model = MultiLayerNetwork(conf).also { it.init() }
    repeat(15) {
        model.fit(train)
        println(model.evaluate(test).stats())
        train.reset()
        test.reset()
    }
}
