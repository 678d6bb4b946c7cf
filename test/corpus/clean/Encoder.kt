// A deep autoencoder with a code of two units between rectified layers; pixels lie in 0 … 1, so the end is a sigmoid with XENT.
import org.deeplearning4j.datasets.iterator.impl.MnistDataSetIterator
import org.deeplearning4j.nn.conf.NeuralNetConfiguration
import org.deeplearning4j.nn.conf.layers.DenseLayer
import org.deeplearning4j.nn.conf.layers.OutputLayer
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork
import org.deeplearning4j.nn.weights.WeightInit
import org.nd4j.linalg.activations.Activation
import org.nd4j.linalg.dataset.DataSet
import org.nd4j.linalg.learning.config.AdaGrad
import org.nd4j.linalg.lossfunctions.LossFunctions

class Encoder {
    private val conf = NeuralNetConfiguration.Builder()
        .seed(12345)
        .weightInit(WeightInit.XAVIER)
        .updater(AdaGrad(0.05))
        .activation(Activation.RELU)
        .l2(1e-5)
        .list()
        .layer(DenseLayer.Builder().nIn(784).nOut(250).weightInit(WeightInit.RELU).build())
        .layer(DenseLayer.Builder().nIn(250).nOut(10).activation(Activation.IDENTITY).build())
        .layer(DenseLayer.Builder().nIn(10).nOut(250).weightInit(WeightInit.RELU).build())
        .layer(OutputLayer.Builder().nIn(250).nOut(784).activation(Activation.SIGMOID).lossFunction(LossFunctions.LossFunction.XENT).build())
        .build()

    fun train(epochs: Int): MultiLayerNetwork {
        val pixels = MnistDataSetIterator(100, true, 12345)
        val net = MultiLayerNetwork(conf)
        net.init()
        for (epoch in 1..epochs) {
            while (pixels.hasNext()) {
                val batch = pixels.next().features
                net.fit(DataSet(batch, batch))
            }
            pixels.reset()
        }
        return net
    }
}
