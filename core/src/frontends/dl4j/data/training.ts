import type { FoundNetwork } from "../networks/find-networks.js";
import { identityOf } from "../networks/find-networks.js";
import { keyOf } from "../program/execution.js";
import type { Invoke } from "../program/expression.js";
import type { MadeObject } from "../program/made-object.js";
import type { Recorder } from "../values/recorder.js";
import type { Deed } from "./objects.js";
import { deedsIn, deedsOn, isSameObject, objectOf } from "./objects.js";
import type { Provenance } from "./provenance.js";
import { provenanceOf } from "./provenance.js";

/** A call that trains the network. */
export interface Fit {
  readonly call: Invoke;
  readonly deed: Deed;
  /** The network that is trained, as it was made. */
  readonly network: MadeObject;
  /** Early stopping, Spark, a parallel wrapper: what trains it instead of its own `fit`. */
  readonly trainer: MadeObject | undefined;
  /** What it is trained on. */
  readonly data: Provenance;
  /** How often the same text trains the same network. */
  readonly times: number;
}

const networkClasses = /^(MultiLayerNetwork|ComputationGraph)$/;
const trainerClasses =
  /^(EarlyStopping\w*Trainer|SparkEarlyStopping\w*Trainer|SparkDl4jMultiLayer|SparkComputationGraph|ParallelWrapper\.Builder)$/;
const fitCalls = /^(fit|fitMultiDataSet|fitLabeledPoint|fitContinuousLabeledPoint|fitPaths|fitPathsMultiDataSet)$/;

/** Trainers that hold their data: `fit()` has no argument. */
export const earlyStoppingTrainer = /EarlyStopping\w*Trainer$/;

/** What a file does with one of its networks. */
export interface Uses {
  /** The network as it was made: several when its text is run several times. */
  readonly networks: readonly MadeObject[];
  /** The calls that train it, one for each text. */
  readonly fits: readonly Fit[];
  /** The calls that pretrain all its layers, one for each text. */
  readonly pretrains: readonly Fit[];
  /** Layers are pretrained one by one. */
  readonly pretrainsLayers: boolean;
}

/**
 * Finds the objects that a network's configuration becomes, and the calls that train them.
 * @param isOnly it is the file's only network: one that comes from elsewhere is taken for it
 */
export function usesOf(found: FoundNetwork, isOnly: boolean, recorder: Recorder): Uses {
  const objects = [...deedsIn(recorder).keys()];
  const identity = identityOf(found.sequence);
  const belongs = (object: MadeObject): boolean => object.network !== undefined && keyOf(object) === identity;
  const isMadeFrom = (object: MadeObject): boolean => {
    const configuration = objectOf(object.made?.args[0], recorder);
    return configuration?.network ? belongs(configuration) : isOnly && object.isOwn !== true;
  };
  const networks = objects.filter(
    (object) => (networkClasses.test(object.type) && isMadeFrom(object)) || (object.network?.kind === "transfer" && belongs(object)),
  );
  const trainers = objects.flatMap((object) => {
    const network = trainerClasses.test(object.type) ? trainedBy(object, networks, belongs, isOnly, recorder) : undefined;
    return network ? [{ object, network }] : [];
  });
  const all = [
    ...networks.flatMap((network) => fitsOf(network, network, undefined, fitCalls, recorder)),
    ...trainers.flatMap(({ object, network }) => fitsOf(object, network, object, fitCalls, recorder)),
  ];
  const pretrains = networks.flatMap((network) => fitsOf(network, network, undefined, /^pretrain$/, recorder));
  const pretrainsLayers = networks.some((network) =>
    deedsOn(network, recorder).some(({ call, isHandedOver }) => !isHandedOver && call.kind === "invoke" && call.name === "pretrainLayer"),
  );
  return { networks, fits: together(all), pretrains: together(pretrains), pretrainsLayers };
}

/** The network that a trainer is given, or made from the configuration that it is given. */
function trainedBy(
  trainer: MadeObject,
  networks: readonly MadeObject[],
  belongs: (object: MadeObject) => boolean,
  isOnly: boolean,
  recorder: Recorder,
): MadeObject | undefined {
  const given = (trainer.made?.args ?? []).flatMap((argument) => objectOf(argument, recorder) ?? []);
  const network = given.find((object) => networks.includes(object));
  if (network) return network;
  if (given.some(belongs)) return trainer;
  const isOther = given.some((object) => networkClasses.test(object.type) || object.network !== undefined);
  return isOnly && !isOther ? (networks[0] ?? trainer) : undefined;
}

function fitsOf(object: MadeObject, network: MadeObject, trainer: MadeObject | undefined, calls: RegExp, recorder: Recorder): Fit[] {
  const holdsData = trainer !== undefined && earlyStoppingTrainer.test(trainer.type);
  return deedsOn(object, recorder).flatMap((deed) => {
    const { call, isHandedOver } = deed;
    if (isHandedOver || deed.order < 0 || call.kind !== "invoke" || !calls.test(call.name)) return [];
    const data = provenanceOf(holdsData ? trainer.made?.args[2] : call.args[0], recorder);
    return [{ call, deed, network, trainer, data, times: 1 }];
  });
}

/** One for each text; data that differs between its runs is not known. */
function together(fits: readonly Fit[]): readonly Fit[] {
  const byText = new Map<number, Fit>();
  for (const fit of fits) {
    const place = fit.call.nameRange.start;
    const known = byText.get(place);
    if (!known) byText.set(place, fit);
    else
      byText.set(place, {
        ...known,
        data: isAlike(known.data, fit.data) ? known.data : { chain: [], source: undefined, calls: [], wrappers: [] },
        times: known.network === fit.network ? known.times + 1 : known.times,
      });
  }
  return [...byText.values()].sort((a, b) => a.call.nameRange.start - b.call.nameRange.start);
}

function isAlike(a: Provenance, b: Provenance): boolean {
  return (
    a.chain.length === b.chain.length && a.chain.every((one, index) => b.chain[index] !== undefined && isSameObject(one, b.chain[index]))
  );
}
