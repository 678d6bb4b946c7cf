import { h, type ComponentChild } from "preact";

/** A message's parts: what stands between backticks is code. */
export function withCode(text: string): ComponentChild[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? h("code", {}, part) : part));
}
