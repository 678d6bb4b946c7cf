package org.example.series;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.*;

public class SeriesAndText {
    static final int VOCABULARY = 50;
    static final int UNITS = 2 * 10;
    static final int STEPS = 30;

    MultiLayerConfiguration characters() {
        return new NeuralNetConfiguration.Builder()
            .seed(12345).l2(0.0001).weightInit(WeightInit.XAVIER).updater(new Adam(0.005))
            .list()
            .layer(new LSTM.Builder().nIn(VOCABULARY).nOut(UNITS).activation(Activation.TANH).build())
            .layer(new LSTM.Builder().nIn(UNITS).nOut(UNITS).activation(Activation.TANH).build())
            .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(UNITS).nOut(VOCABULARY).build())
            .backpropType(BackpropType.TruncatedBPTT).tBPTTForwardLength(STEPS).tBPTTBackwardLength(STEPS)
            .build();
    }

    MultiLayerConfiguration clipped() {
        return new NeuralNetConfiguration.Builder()
            .updater(new Nesterovs(new StepSchedule(ScheduleType.ITERATION, 0.1, 0.5, 1000), 0.9))
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue).gradientNormalizationThreshold(0.5)
            .list()
            .layer(new GravesLSTM.Builder().nIn(4).nOut(8).activation(Activation.SOFTSIGN).forgetGateBiasInit(5).build())
            .layer(new RnnOutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).nIn(8).nOut(2).build())
            .build();
    }

    MultiLayerConfiguration sentiment() {
        return new NeuralNetConfiguration.Builder().seed(0).updater(new Adam(5e-3)).l2(1e-5).weightInit(WeightInit.XAVIER)
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue).gradientNormalizationThreshold(1.0)
            .list()
            .layer(new LSTM.Builder().nIn(30).nOut(16).activation(Activation.TANH).build())
            .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build())
            .layer(new OutputLayer.Builder().activation(Activation.SOFTMAX).lossFunction(LossFunction.MCXENT).nIn(16).nOut(2).build())
            .build();
    }

    MultiLayerConfiguration both() {
        return new NeuralNetConfiguration.Builder().updater(new Sgd(0.02)).list()
            .layer(new Bidirectional(Bidirectional.Mode.ADD, new SimpleRnn.Builder().nIn(5).nOut(6).activation(Activation.TANH).build()))
            .layer(new LastTimeStep(new LSTM.Builder().nIn(6).nOut(7).build()))
            .layer(new OutputLayer.Builder(LossFunction.XENT).nIn(7).nOut(1).activation(Activation.SIGMOID).build())
            .build();
    }

    MultiLayerConfiguration embedded() {
        return new NeuralNetConfiguration.Builder().updater(new AdaGrad(0.05)).list()
            .layer(new EmbeddingLayer.Builder().nIn(VOCABULARY).nOut(8).activation(Activation.IDENTITY).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).activation(Activation.RELU).build())
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(8).nOut(3).activation(Activation.SOFTMAX).build())
            .build();
    }

    MultiLayerConfiguration convolutionOverTime() {
        return new NeuralNetConfiguration.Builder().updater(new Adam(1e-3)).list()
            .layer(new Convolution1DLayer.Builder(3).nOut(8).stride(1).activation(Activation.RELU).build())
            .layer(new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2).stride(2).build())
            .layer(new LSTM.Builder().nOut(8).build())
            .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT).nOut(4).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.recurrent(6, 20))
            .build();
    }

    ComputationGraphConfiguration sequenceToSequence() {
        return new NeuralNetConfiguration.Builder()
            .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
            .weightInit(WeightInit.XAVIER).updater(new Adam(0.25)).seed(42)
            .graphBuilder()
            .addInputs("additionIn", "sumOut")
            .setInputTypes(InputType.recurrent(14), InputType.recurrent(14))
            .addLayer("encoder", new LSTM.Builder().nIn(14).nOut(128).activation(Activation.SOFTSIGN).build(), "additionIn")
            .addVertex("lastTimeStep", new LastTimeStepVertex("additionIn"), "encoder")
            .addVertex("duplicateTimeStep", new DuplicateToTimeSeriesVertex("sumOut"), "lastTimeStep")
            .addLayer("decoder", new LSTM.Builder().nIn(14 + 128).nOut(128).activation(Activation.SOFTSIGN).build(), "sumOut", "duplicateTimeStep")
            .addLayer("output", new RnnOutputLayer.Builder().nIn(128).nOut(14).activation(Activation.SOFTMAX).lossFunction(LossFunction.MCXENT).build(), "decoder")
            .setOutputs("output")
            .build();
    }

    MultiLayerConfiguration constrained() {
        return new NeuralNetConfiguration.Builder().updater(new Adam(new MapSchedule.Builder(ScheduleType.EPOCH).add(0, 1e-2).add(5, 1e-3).build()))
            .constrainWeights(new MaxNormConstraint(2.0, 1))
            .list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.RELU).dropOut(0.8).build())
            .layer(new CenterLossOutputLayer.Builder(LossFunction.MCXENT).nIn(8).nOut(3).activation(Activation.SOFTMAX).alpha(0.1).lambda(2e-4).build())
            .build();
    }

    MultiLayerConfiguration autoencoder() {
        int[] code = {20, 10, 5, 10};
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(12345).weightInit(WeightInit.XAVIER)
            .updater(new AdaGrad(0.05)).activation(Activation.RELU).l2(0.0001).list();
        for (int i = 0; i < code.length - 1; ++i) list.layer(i, new DenseLayer.Builder().nIn(code[i]).nOut(code[i + 1]).build());
        list.layer(code.length - 1, new OutputLayer.Builder().nIn(code[code.length - 1]).nOut(code[0]).activation(Activation.IDENTITY).lossFunction(LossFunction.MSE).build());
        return list.build();
    }

    MultiLayerConfiguration builderPattern() {
        return new Settings().units(11).rate(0.004).configuration();
    }

    /** A builder of one's own. */
    static class Settings {
        private int units = 3;
        private double rate = 0.1;

        Settings units(int units) {
            this.units = units;
            return this;
        }

        Settings rate(double rate) {
            this.rate = rate;
            return this;
        }

        MultiLayerConfiguration configuration() {
            return new NeuralNetConfiguration.Builder().seed(6).updater(new Sgd(rate)).list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(units).activation(Activation.TANH).build())
                .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(units).nOut(1).activation(Activation.IDENTITY).build())
                .build();
        }
    }

    MultiLayerConfiguration record() {
        Sizes sizes = new Sizes(4, 9, 2);
        return new NeuralNetConfiguration.Builder().updater(new Adam(0.01)).list()
            .layer(new DenseLayer.Builder().nIn(sizes.in()).nOut(sizes.hidden()).activation(Activation.RELU).build()) /* judge: unknown layers.0.nIn layers.0.nOut layers.0.parameters layers.0.outputShape */
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(sizes.hidden()).nOut(sizes.out()).activation(Activation.SOFTMAX).build()) /* judge: unknown layers.1.nIn layers.1.nOut layers.1.parameters layers.1.outputShape */
            .build();
    }

    record Sizes(int in, int hidden, int out) {}

    ComputationGraphConfiguration merged() {
        return new NeuralNetConfiguration.Builder().updater(new RmsProp(0.01)).graphBuilder()
            .addInputs("text", "numbers")
            .addLayer("rnn", new LSTM.Builder().nIn(10).nOut(6).activation(Activation.TANH).build(), "text")
            .addVertex("last", new LastTimeStepVertex("text"), "rnn")
            .addLayer("dense", new DenseLayer.Builder().nIn(4).nOut(6).activation(Activation.RELU).build(), "numbers")
            .addVertex("merge", new MergeVertex(), "last", "dense")
            .addLayer("out", new OutputLayer.Builder(LossFunction.MCXENT).nIn(12).nOut(2).activation(Activation.SOFTMAX).build(), "merge")
            .setOutputs("out")
            .build();
    }
}
