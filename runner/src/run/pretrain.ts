import { batchOf } from "../data/dataset.js";
import type { ProgressEvent } from "../protocol/events.js";
import type { RunSetup } from "./train.js";

/**
 * Lets each layer that can be pretrained learn from its input alone, one after the other, so many passes over the data each.
 * @param order the examples of a pass
 * @param isOutOfTime asked before each minibatch; what has not been done then is left out
 */
export async function* pretrain(
  { trainable, data, batchSize, pretrainingPasses, control }: RunSetup,
  order: () => readonly number[],
  isOutOfTime: () => boolean,
): AsyncGenerator<ProgressEvent | null, void> {
  const layers = pretrainingPasses > 0 ? trainable.pretrainable : [];
  for (const [index, layer] of layers.entries()) {
    for (let pass = 1; pass <= pretrainingPasses; pass++) {
      const rows = order();
      let sum = 0;
      for (let from = 0; from < rows.length; from += batchSize) {
        await control.turn();
        if (control.isCancelled || isOutOfTime()) return;
        const batch = batchOf(data.train, rows.slice(from, from + batchSize));
        sum += batch.size * (await trainable.pretrain(layer, batch, { epoch: pass - 1 }));
        yield null;
      }
      yield {
        event: "progress",
        v: 1,
        stage: "pretraining",
        text: `layer ${layer}, pass ${pass} of ${pretrainingPasses}`,
        done: index * pretrainingPasses + pass,
        of: layers.length * pretrainingPasses,
        error: Number.isFinite(sum) ? sum / rows.length : null,
      };
    }
  }
}
