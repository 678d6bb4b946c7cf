import type { Rule } from "./define-rule.js";
import { rules as activation } from "./activation/index.js";
import { rules as api } from "./api/index.js";
import { rules as data } from "./data/index.js";
import { rules as epochs } from "./epochs/index.js";
import { rules as gradient } from "./gradient/index.js";
import { rules as init } from "./init/index.js";
import { rules as learningRate } from "./learning-rate/index.js";
import { rules as loss } from "./loss/index.js";
import { rules as minibatch } from "./minibatch/index.js";
import { rules as pretraining } from "./pretraining/index.js";
import { rules as recurrent } from "./recurrent/index.js";
import { rules as regularization } from "./regularization/index.js";
import { rules as shape } from "./shape/index.js";
import { rules as structure } from "./structure/index.js";
import { rules as updater } from "./updater/index.js";

/** Every rule that reads a network, by section in the guideline's order. */
export const rules: readonly Rule[] = [
  ...data,
  ...init,
  ...epochs,
  ...learningRate,
  ...activation,
  ...loss,
  ...regularization,
  ...minibatch,
  ...updater,
  ...gradient,
  ...recurrent,
  ...pretraining,
  ...shape,
  ...structure,
  ...api,
];
