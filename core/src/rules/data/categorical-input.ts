import type { ColumnProfile } from "../../model/data-profile.js";
import { isKnown } from "../../model/setting.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { columnText, columnsNamed } from "./columns.js";
import { usedColumns } from "./profile-columns.js";

/** Names of columns whose whole numbers are codes. */
const codeNames =
  /(^|_)(id|code|type|kind|category|class|group|colou?r|sex|gender|zip|postcode|country|region|state|city|month|weekday|brand|species)($|_)/i;

/** A feature that is a name, not an amount. */
export const categoricalInput = defineRule({
  id: "data/categorical-input",
  severity: "warning",
  options: { mostCodes: 20, rows: 10 },

  check({ network, options, report }) {
    const { train, categorical } = network.data;
    const used = usedColumns(network);
    if (!train || !used || network.notation !== "nnet" || used.profile.rows < 1) return;
    if (categorical && (!isKnown(categorical) || columnsNamed(categorical) === undefined)) return;
    const named = used.features.filter((column) => column.decimalComma === null && isName(column, used.profile.rows, options));
    const [first] = named;
    if (!first) return;
    const already = columnsNamed(categorical) ?? [];
    const list = [...already, ...named.map(({ name, index }) => name ?? index)];
    const others = named.length > 1 ? `, and so are ${named.length - 1} more columns` : "";
    report({
      at: train,
      message:
        first.type === "text"
          ? `${columnText(first)} holds text${others}: a network takes numbers.`
          : `${columnText(first)} holds ${first.distinct?.length ?? 0} codes${others}, not amounts.`,
      detail:
        "For discrete classes, generally use a one-hot representation. As a number, a code of 3 would be three times a code of 1, and between 2 and 4.",
      fixes: [preferred(suggest(`Set categorical to [${list.join(", ")}]`, set("data.categorical", list)))],
    });
  },
});

/** Text; or a few whole numbers from more than two in a column that is named like a category. */
function isName(
  { type, name, distinct }: ColumnProfile,
  rows: number,
  { mostCodes, rows: least }: { mostCodes: number; rows: number },
): boolean {
  if (type === "text") return true;
  if (type !== "integer" || name === null || distinct === null || rows < least) return false;
  return distinct.length > 2 && distinct.length <= mostCodes && codeNames.test(name);
}
