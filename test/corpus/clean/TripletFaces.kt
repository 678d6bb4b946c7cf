// A triplet network: three pictures go through the same layers by stacking, and a loss of the user's own compares the embeddings.
import org.deeplearning4j.nn.conf.NeuralNetConfiguration
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex
import org.deeplearning4j.nn.conf.graph.StackVertex
import org.deeplearning4j.nn.conf.graph.UnstackVertex
import org.deeplearning4j.nn.conf.graph.MergeVertex
import org.deeplearning4j.nn.conf.layers.DenseLayer
import org.deeplearning4j.nn.conf.layers.LossLayer
import org.deeplearning4j.nn.weights.WeightInit
import org.nd4j.linalg.activations.Activation
import org.nd4j.linalg.learning.config.Adam

val conf = NeuralNetConfiguration.Builder()
    .seed(1)
    .updater(Adam(5e-4))
    .weightInit(WeightInit.RELU)
    .graphBuilder()
    .addInputs("anchor", "same", "other")
    .addVertex("stack", StackVertex(), "anchor", "same", "other")
    .addLayer("h", DenseLayer.Builder().nIn(512).nOut(256).activation(Activation.RELU).build(), "stack")
    .addLayer("e", DenseLayer.Builder().nIn(256).nOut(64).activation(Activation.IDENTITY).weightInit(WeightInit.XAVIER).build(), "h")
    .addVertex("unit", L2NormalizeVertex(), "e")
    .addVertex("a", UnstackVertex(0, 3), "unit")
    .addVertex("s", UnstackVertex(1, 3), "unit")
    .addVertex("o", UnstackVertex(2, 3), "unit")
    .addVertex("all", MergeVertex(), "a", "s", "o")
    .addLayer("loss", LossLayer.Builder(TripletLoss(0.2)).activation(Activation.IDENTITY).build(), "all")
    .setOutputs("loss")
    .build()
