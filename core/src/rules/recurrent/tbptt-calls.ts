import type { Change } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { remove } from "../define-rule.js";

/** Takes each call out once: `tBPTTLength(n)` writes both lengths. */
export function withoutLengths({ train }: Network): Change[] {
  const { tbpttForward, tbpttBackward } = train;
  const isWritten = ({ origin, range }: typeof tbpttForward) => range !== null && origin !== "default";
  const oneCall = tbpttForward.range !== null && tbpttForward.range.start === tbpttBackward.range?.start;
  const settings = oneCall ? [tbpttForward] : [tbpttForward, tbpttBackward];
  return settings.filter(isWritten).map((setting) => remove(setting));
}
