package org.example.old;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.distribution.*;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.preprocessor.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

public class OldStyles {
    private static int numInputs = 4;
    private static int outputNum = 3;
    protected int seed = 123;
    protected double learningRate = 0.01;

    MultiLayerConfiguration csv() {
        final int numHidden = 20;
        return new NeuralNetConfiguration.Builder()
            .seed(seed).iterations(1)
            .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
            .learningRate(learningRate)
            .updater(Updater.NESTEROVS).momentum(0.9)
            .list()
            .layer(0, new DenseLayer.Builder().nIn(numInputs).nOut(numHidden).weightInit(WeightInit.XAVIER).activation("relu").build())
            .layer(1, new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD).weightInit(WeightInit.XAVIER).activation("softmax").nIn(numHidden).nOut(outputNum).build())
            .pretrain(false).backprop(true).build();
    }

    MultiLayerConfiguration listBuilder() {
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder().seed(6).iterations(100).learningRate(0.1).regularization(true).l2(1e-4).activation(Activation.TANH).weightInit(WeightInit.XAVIER).list();
        builder.layer(0, new DenseLayer.Builder().nIn(4).nOut(3).build());
        builder.layer(1, new DenseLayer.Builder().nIn(3).nOut(3).build());
        builder.layer(2, new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).activation(Activation.SOFTMAX).nIn(3).nOut(3).build());
        builder.backprop(true).pretrain(false);
        return builder.build();
    }

    MultiLayerConfiguration rateSchedule() {
        Map<Integer, Double> schedule = new HashMap<>();
        schedule.put(0, 0.01);
        schedule.put(1000, 0.005);
        return new NeuralNetConfiguration.Builder().seed(1).learningRate(.01).biasLearningRate(0.02)
            .learningRateDecayPolicy(LearningRatePolicy.Schedule).learningRateSchedule(schedule)
            .updater(Updater.ADAM).adamMeanDecay(0.8).adamVarDecay(0.99).list()
            .layer(0, new ConvolutionLayer.Builder(5, 5).nIn(1).stride(1, 1).nOut(4).activation(Activation.IDENTITY).build())
            .layer(1, new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
            .layer(2, new DenseLayer.Builder().activation(Activation.RELU).nOut(12).build())
            .layer(3, new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nOut(10).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutionalFlat(14, 14, 1))
            .backprop(true).pretrain(false).build();
    }

    MultiLayerConfiguration recurrent() {
        return new NeuralNetConfiguration.Builder().optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT).iterations(1)
            .updater(Updater.RMSPROP).rmsDecay(0.9).regularization(true).l2(1e-5).weightInit(WeightInit.XAVIER)
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue).gradientNormalizationThreshold(1.0)
            .learningRate(0.0018).list()
            .layer(0, new GravesLSTM.Builder().nIn(30).nOut(20).activation("softsign").build())
            .layer(1, new RnnOutputLayer.Builder().activation("softmax").lossFunction(LossFunctions.LossFunction.MCXENT).nIn(20).nOut(2).build())
            .backpropType(BackpropType.TruncatedBPTT).tBPTTForwardLength(8).tBPTTBackwardLength(4)
            .pretrain(false).backprop(true).build();
    }

    MultiLayerConfiguration layerOverrides() {
        return new NeuralNetConfiguration.Builder().learningRate(0.1).updater(Updater.SGD).activation(Activation.SIGMOID).dropOut(0.5).l1(1e-3).regularization(true).list()
            .layer(0, new DenseLayer.Builder().nIn(6).nOut(6).learningRate(0.2).biasLearningRate(0.05).build())
            .layer(1, new DenseLayer.Builder().nIn(6).nOut(6).updater(Updater.ADAGRAD).epsilon(1e-4).dropOut(0).l1(0.5).l2(0.25).build())
            .layer(2, new OutputLayer.Builder(LossFunction.XENT).nIn(6).nOut(1).activation(Activation.SIGMOID).biasInit(0.5).build())
            .build();
    }

    MultiLayerConfiguration distributions() {
        return new NeuralNetConfiguration.Builder().weightInit(WeightInit.DISTRIBUTION).dist(new UniformDistribution(-0.05, 0.05)).learningRate(0.3).list()
            .layer(0, new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.ELU).build())
            .layer(1, new DenseLayer.Builder().nIn(4).nOut(4).weightInit(WeightInit.DISTRIBUTION).dist(new GaussianDistribution(0, 0.1)).activation(Activation.LEAKYRELU).build())
            .layer(2, new OutputLayer.Builder(LossFunction.MSE).nIn(4).nOut(1).weightInit(WeightInit.ZERO).activation(Activation.IDENTITY).build())
            .build();
    }

    ComputationGraphConfiguration graph() {
        ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder().learningRate(0.01).updater(Updater.ADADELTA).rho(0.9).graphBuilder();
        graph = graph.addInputs("input1", "input2");
        graph = graph.addLayer("L1", new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH).build(), "input1");
        graph = graph.addLayer("L2", new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH).build(), "input2");
        graph = graph.addVertex("merge", new MergeVertex(), "L1", "L2");
        graph = graph.addLayer("out", new OutputLayer.Builder().lossFunction(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(4 + 4).nOut(3).build(), "merge");
        return graph.setOutputs("out").build();
    }

    ComputationGraphConfiguration skipConnection() {
        return new NeuralNetConfiguration.Builder().learningRate(0.01).graphBuilder()
            .addInputs("input")
            .addLayer("L1", new GravesLSTM.Builder().nIn(5).nOut(5).activation(Activation.TANH).build(), "input")
            .addLayer("L2", new RnnOutputLayer.Builder().nIn(5 + 5).nOut(5).lossFunction(LossFunction.MSE).activation(Activation.IDENTITY).build(), "input", "L1")
            .setOutputs("L2")
            .pretrain(false).backprop(true)
            .build();
    }

    ComputationGraphConfiguration added() {
        return new NeuralNetConfiguration.Builder().learningRate(0.02).iterations(2).graphBuilder()
            .addInputs("in")
            .addLayer("a", new DenseLayer.Builder().nIn(4).nOut(4).activation("tanh").build(), "in")
            .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "in", "a")
            .addVertex("part", new SubsetVertex(0, 1), "sum")
            .addLayer("out", new OutputLayer.Builder(LossFunction.MSE).nIn(2).nOut(1).activation("identity").build(), "part")
            .setOutputs("out").build();
    }

    MultiLayerConfiguration batchNormalized() {
        return new NeuralNetConfiguration.Builder().learningRate(1e-2).updater(Updater.ADAM).weightInit(WeightInit.RELU).list()
            .layer(0, new ConvolutionLayer.Builder().kernelSize(3, 3).nIn(1).nOut(4).activation(Activation.RELU).build())
            .layer(1, new BatchNormalization.Builder().decay(0.8).eps(1e-4).build())
            .layer(2, new ActivationLayer.Builder().activation(Activation.RELU).build())
            .layer(3, new LocalResponseNormalization.Builder().k(1).build())
            .layer(4, new GlobalPoolingLayer.Builder().poolingType(PoolingType.MAX).build())
            .layer(5, new OutputLayer.Builder(LossFunction.MCXENT).nOut(4).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(10, 10, 1))
            .build();
    }

    MultiLayerConfiguration preprocessed() {
        return new NeuralNetConfiguration.Builder().learningRate(0.04).list()
            .layer(0, new ConvolutionLayer.Builder(3, 3).nIn(1).nOut(2).activation(Activation.TANH).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).nIn(2 * 6 * 6).nOut(2).activation(Activation.SOFTMAX).build())
            .inputPreProcessor(0, new FeedForwardToCnnPreProcessor(8, 8, 1))
            .inputPreProcessor(1, new CnnToFeedForwardPreProcessor(6, 6, 2))
            .build();
    }

    MultiLayerConfiguration stackedInALoop() {
        int[] layers = {10, 8, 6};
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(seed).learningRate(learningRate).list();
        for (int i = 0; i < layers.length - 1; i++)
            list.layer(i, new AutoEncoder.Builder().nIn(layers[i]).nOut(layers[i + 1]).corruptionLevel(0.3).lossFunction(LossFunction.MSE).activation(Activation.SIGMOID).build());
        list.layer(layers.length - 1, new OutputLayer.Builder(LossFunction.MCXENT).nIn(layers[layers.length - 1]).nOut(2).activation(Activation.SOFTMAX).build());
        return list.pretrain(true).backprop(true).build();
    }

    MultiLayerConfiguration bidirectional() {
        return new NeuralNetConfiguration.Builder().learningRate(0.005).updater(Updater.ADAM).list()
            .layer(0, new GravesBidirectionalLSTM.Builder().nIn(7).nOut(9).activation(Activation.TANH).build())
            .layer(1, new GlobalPoolingLayer.Builder(PoolingType.PNORM).pnorm(3).build())
            .layer(2, new OutputLayer.Builder(LossFunction.MCXENT).nIn(9).nOut(2).activation(Activation.SOFTMAX).build())
            .build();
    }

    MultiLayerConfiguration conjugate() {
        return new NeuralNetConfiguration.Builder().optimizationAlgo(OptimizationAlgorithm.CONJUGATE_GRADIENT).iterations(5).minimize(true).miniBatch(false).list()
            .layer(0, new DenseLayer.Builder().nIn(2).nOut(3).activation(Activation.HARDSIGMOID).build())
            .layer(1, new LossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build())
            .build();
    }
}
