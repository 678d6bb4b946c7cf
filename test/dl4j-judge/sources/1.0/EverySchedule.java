package org.example.schedules;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.*;

public class EverySchedule {
    public static void main(String[] args) {
        ISchedule step = new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 10);
        ISchedule byHand = new MapSchedule.Builder(ScheduleType.ITERATION).add(0, 0.1).add(100, 0.01).build();

        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(2).updater(new Sgd(step)).activation(Activation.SIGMOID)
            .list()
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).build())
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).updater(new Adam(new ExponentialSchedule(ScheduleType.ITERATION, 1e-2, 0.999))).build())
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).updater(new Sgd(new InverseSchedule(ScheduleType.ITERATION, 0.5, 0.1, 2))).build())
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).updater(new Sgd(new PolySchedule(ScheduleType.EPOCH, 0.5, 3, 50))).build())
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).updater(new Sgd(new SigmoidSchedule(ScheduleType.ITERATION, 0.5, 0.2, 40))).build())
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).updater(new Nesterovs(byHand)).build())
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).updater(new Nesterovs(0.1, new StepSchedule(ScheduleType.ITERATION, 0.9, 0.9, 100))).build())
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).updater(new Nesterovs(new StepSchedule(ScheduleType.ITERATION, 0.9, 0.9, 100), 0.5)).build())
            .layer(new OutputLayer.Builder(LossFunction.L2).nIn(5).nOut(1).activation(Activation.IDENTITY).build())
            .build();
    }
}
