import { writeFileSync } from "node:fs";
import { postingKinds } from "@lilink/model/posting";
import { fitKinds, kindChances, labelKinds } from "@lilink/model/testing";
import { requireFlag } from "../flag.ts";

const bars = [0, 0.5, 0.6, 0.65, 0.7, 0.8];

/**
 * How well the kind of a text is told in each set of labelled texts when it is learnt on the others: at each bar how many are right, wrong and
 * asked. --out F writes the weights of all sets.
 * @example npm run quality -- kinds --out packages/model/src/matching/data/kind-weights.json
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const all = labelKinds();
  const sets = [...new Set(all.map(({ set }) => set))];
  const leftOut = sets.map((name) => {
    const fitted = fitKinds(all.filter(({ set }) => set !== name));
    const told = all.flatMap(({ set, kind, features }) => {
      if (set !== name || kind === null) return [];
      const chances = kindChances(features, fitted);
      const most = Math.max(...chances);
      return [{ most, isRight: postingKinds[chances.indexOf(most)] === kind }];
    });
    const count = (bar: number, isRight: boolean) =>
      told.filter((one) => one.most >= bar && one.isRight === isRight).length;
    return {
      name,
      n: told.length,
      right: bars.map((bar) => count(bar, true)),
      wrong: bars.map((bar) => count(bar, false)),
    };
  });
  if (args.includes("--out")) writeFileSync(requireFlag(args, "--out"), `${JSON.stringify(fitKinds(all))}\n`);
  const sum = (key: "right" | "wrong") =>
    bars.map((_, at) => leftOut.reduce((total, one) => total + (one[key][at] ?? 0), 0));
  const n = leftOut.reduce((total, one) => total + one.n, 0);
  return { bars, n, right: sum("right"), wrong: sum("wrong"), leftOut };
}
