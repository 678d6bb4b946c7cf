// A whole program: shuffled, split, scaled by what the training part says, trained until the held-out score stops falling.
import org.datavec.api.records.reader.impl.csv.CSVRecordReader
import org.datavec.api.split.FileSplit
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition
import org.deeplearning4j.earlystopping.termination.ScoreImprovementEpochTerminationCondition
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer
import org.deeplearning4j.nn.conf.NeuralNetConfiguration
import org.deeplearning4j.nn.conf.layers.BatchNormalization
import org.deeplearning4j.nn.conf.layers.DenseLayer
import org.deeplearning4j.nn.conf.layers.OutputLayer
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork
import org.deeplearning4j.nn.weights.WeightInit
import org.nd4j.linalg.activations.Activation
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler
import org.nd4j.linalg.learning.config.Adam
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction
import java.io.File

fun main(args: Array<String>) {
    val reader = CSVRecordReader(1, ';')
    reader.initialize(FileSplit(File(args[0])))
    val all = RecordReaderDataSetIterator(reader, 20000, 11, 7).next()
    all.shuffle(42)
    val (train, test) = all.splitTestAndTrain(0.8).let { it.train to it.test }
    val scaler = NormalizerMinMaxScaler()
    scaler.fit(train)
    scaler.transform(train)
    scaler.transform(test)
    val trainIterator = ListDataSetIterator(train.asList(), 64)
    val testIterator = ListDataSetIterator(test.asList(), 256)

    val conf = NeuralNetConfiguration.Builder()
        .seed(42)
        .updater(Adam(1e-3))
        .weightInit(WeightInit.RELU)
        .l2(1e-4)
        .list()
        .layer(DenseLayer.Builder().nIn(11).nOut(64).activation(Activation.RELU).build())
        .layer(BatchNormalization.Builder().nOut(64).build())
        .layer(DenseLayer.Builder().nIn(64).nOut(32).activation(Activation.RELU).build())
        .layer(OutputLayer.Builder(LossFunction.MCXENT).nIn(32).nOut(7).activation(Activation.SOFTMAX).weightInit(WeightInit.XAVIER).build())
        .build()

    val stopping = EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
        .modelSaver(InMemoryModelSaver())
        .scoreCalculator(DataSetLossCalculator(testIterator, true))
        .epochTerminationConditions(MaxEpochsTerminationCondition(200), ScoreImprovementEpochTerminationCondition(10))
        .build()
    val result = EarlyStoppingTrainer(stopping, conf, trainIterator).fit()
    println(result.bestModelScore)
}
