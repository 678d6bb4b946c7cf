// 0.8: RBMs on binary pixels, pretrained and then fine-tuned; sigmoid and a small rate belong to them.
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class DeepBeliefOld {
    MultiLayerConfiguration digits() {
        return new NeuralNetConfiguration.Builder()
            .seed(123)
            .iterations(1)
            .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
            .weightInit(WeightInit.XAVIER)
            .activation(Activation.SIGMOID)
            .updater(Updater.NESTEROVS).momentum(0.5)
            .learningRate(0.05)
            .regularization(true).l2(2e-4)
            .list()
            .layer(0, new RBM.Builder(RBM.HiddenUnit.BINARY, RBM.VisibleUnit.BINARY).nIn(784).nOut(500).lossFunction(LossFunction.RECONSTRUCTION_CROSSENTROPY).build())
            .layer(1, new RBM.Builder(RBM.HiddenUnit.BINARY, RBM.VisibleUnit.BINARY).nIn(500).nOut(250).lossFunction(LossFunction.RECONSTRUCTION_CROSSENTROPY).build())
            .layer(2, new RBM.Builder(RBM.HiddenUnit.BINARY, RBM.VisibleUnit.BINARY).nIn(250).nOut(200).lossFunction(LossFunction.RECONSTRUCTION_CROSSENTROPY).build())
            .layer(3, new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD).nIn(200).nOut(10).activation(Activation.SOFTMAX).build())
            .pretrain(true).backprop(true)
            .build();
    }
}
