import { isLayerCall } from "../calls/layer-calls.js";
import { globalCalls, networkCalls } from "../calls/network-calls.js";

/** Calls of builders, networks and iterators beside those that the tables know. */
const others = new Set(
  (
    "list graphBuilder layer addLayer appendLayer addVertex appendVertex addInputs setOutputs setInputType setInputTypes inputPreProcessor build " +
    "name layerName init fit evaluate setListeners addListeners setPreProcessor initialize next reset put add rnnLayer setLayer underlying"
  ).split(" "),
);

/** True for a call that an object around Deeplearning4j has: it wins over a function of the file. */
export function isBuilderCall(name: string): boolean {
  return others.has(name) || Object.hasOwn(globalCalls, name) || Object.hasOwn(networkCalls, name) || isLayerCall(name);
}

/** Functions of Kotlin's library that are called without an object. */
const library = new Set(
  (
    "println print require requireNotNull check checkNotNull error assert repeat run with lazy listOf mutableListOf listOfNotNull arrayListOf emptyList " +
    "buildList arrayOf arrayOfNulls emptyArray intArrayOf longArrayOf doubleArrayOf floatArrayOf byteArrayOf booleanArrayOf IntArray mapOf mutableMapOf " +
    "hashMapOf linkedMapOf sortedMapOf emptyMap buildMap setOf mutableSetOf hashSetOf sequenceOf generateSequence maxOf minOf max min abs sqrt exp ln log10 " +
    "pow floor ceil round runBlocking measureTimeMillis measureNanoTime runCatching synchronized thread readLine readln to buildString lazyOf"
  ).split(" "),
);

export function isOfLibrary(name: string): boolean {
  return library.has(name);
}
