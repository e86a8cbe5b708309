import type { Definition } from "@lilink/model/goals/definition";
import { answerDimension } from "@lilink/model/goals/release";
import { countsIn, needsOf, readMeasure, type TablePlan } from "@lilink/model/goals/release/making";
import type { Figure } from "./released-table.ts";

/** Where a figure stands, whatever the order of its dimensions and however its totals are written. */
function placeOf({ dimensions, place }: Pick<Figure, "dimensions" | "place">): ReadonlyMap<string, string> {
  const codes = dimensions.map((id, at) => [id, place[at] ?? ""] as const);
  return new Map(codes.filter(([, code]) => code !== "all").sort(([a], [b]) => (a < b ? -1 : 1)));
}

const printPlace = (place: ReadonlyMap<string, string>) =>
  [...place].map(([id, code]) => `${id}=${code}`).join(" ") || "all";

/** Withheld figures of one measure that a total less its other parts tells: the nation less its provinces. */
export function listDifferences(
  figures: readonly Figure[],
  { dimensions }: Pick<TablePlan, "dimensions">,
): readonly string[] {
  const byPlace = new Map(figures.map((one) => [printPlace(placeOf(one)), one]));
  return figures.flatMap((whole) =>
    dimensions.flatMap(({ id, tree }) => {
      const place = placeOf(whole);
      const codes = tree[place.get(id) ?? "all"] ?? [];
      const parts = codes.flatMap((code) => {
        const inner = [...place, [id, code] as const].sort(([a], [b]) => (a < b ? -1 : 1));
        return byPlace.get(printPlace(new Map(inner))) ?? [];
      });
      const hidden = [whole, ...parts].filter(({ status }) => status !== "published");
      const [only] = hidden;
      return parts.length > 0 && hidden.length === 1 && only
        ? [`${whole.measure} ${printPlace(placeOf(only))}, by ${id}`]
        : [];
    }),
  );
}

/**
 * Withheld sums that a published mean tells, times the sum under it: the only unknown of an expression that is told. Under a
 * mean stand the sums of those who count in it, where a table tells them apart. [RL15]
 */
export function listProducts(figures: readonly Figure[], definition: Definition): readonly string[] {
  const own = figures.filter(({ indicator }) => indicator === definition.indicator);
  const sums = new Map<string, Sum[]>();
  for (const one of own) {
    const place = new Map(placeOf(one));
    const answer = place.get(answerDimension);
    place.delete(answerDimension);
    const key = `${one.measure} ${printPlace(place)}`;
    sums.set(key, [...(sums.get(key) ?? []), { status: one.status, answer }]);
  }
  return definition.measures.flatMap(({ code, expression }) => {
    const needs = needsOf(definition, readMeasure(expression));
    const isPlain = needs.every(({ kind, narrowed }) => kind === "sum" && narrowed.length === 0);
    if (!isPlain || needs.length < 2) return [];
    return own.flatMap((one) => {
      if (one.measure !== code || one.status !== "published") return [];
      const place = printPlace(placeOf(one));
      const statuses = needs.map(({ component }) =>
        statusUnder(sums.get(`${component} ${place}`) ?? [], `${definition.indicator}.${code}`),
      );
      const hidden = statuses.filter((status) => status === "withheld").length;
      const told = statuses.filter((status) => status === "published").length;
      return hidden === 1 && told === needs.length - 1 ? [`${place} of ${code}`] : [];
    });
  });
}

/** A sum at a place: of everybody, or of those alone who count in the ratios of an answer. */
type Sum = { readonly status: string; readonly answer: string | undefined };

/** Where all count in a ratio, their sum is that of everybody. */
function statusUnder(sums: readonly Sum[], ratio: string): string | undefined {
  const apart = sums.filter(({ answer }) => answer !== undefined);
  const counted = apart.filter(({ answer = "" }) => countsIn(answer, ratio));
  const isWhole = counted.length === apart.length;
  const under = isWhole ? sums.filter(({ answer }) => answer === undefined) : counted;
  return under.find(({ status }) => status === "withheld")?.status ?? under[0]?.status;
}
