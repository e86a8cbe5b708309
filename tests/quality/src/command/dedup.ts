import { readFile } from "node:fs/promises";
import process from "node:process";
import { type BodyText, compareBodies, sameBodyScore } from "@lilink/model/same-body";
import { requireFlag } from "../flag.ts";

type Pair = { readonly a: Partial<BodyText>; readonly b: Partial<BodyText>; readonly same: boolean };
const none: BodyText = { nameZh: null, nameEn: null };

/**
 * --file F: pairs of records ({pairs: [{a, b, same}]} with nameZh, nameEn, code, country, website); how many proposed pairs are one body, and how
 * many of those are proposed. The threshold was chosen on every other pair, so `heldOut` is the figure to quote. Our own 300 pairs are in
 * `packages/model/testing/body-pairs.json`.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { pairs } = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as {
    pairs: readonly Pair[];
  };
  const told = pairs.map(({ a, b, same }, at) => {
    const { score, bars } = compareBodies({ ...none, ...a }, { ...none, ...b });
    return { a, b, same, at, score, bars, proposed: score >= sameBodyScore };
  });
  for (const { a, b, same, score, proposed } of told)
    if (same !== proposed)
      process.stderr.write(`${same ? "missed" : "wrong"} ${score.toFixed(2)} ${JSON.stringify([a, b])}\n`);
  return {
    threshold: sameBodyScore,
    all: rate(told),
    chosenOn: rate(told.filter(({ at }) => at % 2 === 0)),
    heldOut: rate(told.filter(({ at }) => at % 2 === 1)),
  };
}

function rate(told: readonly { readonly same: boolean; readonly proposed: boolean }[]) {
  const right = told.filter(({ same, proposed }) => same && proposed).length;
  const proposed = told.filter((one) => one.proposed).length;
  const same = told.filter((one) => one.same).length;
  return { pairs: told.length, precision: share(right, proposed), recall: share(right, same) };
}

const share = (part: number, whole: number) => (whole === 0 ? null : Number((part / whole).toFixed(3)));
