import { writeFileSync } from "node:fs";
import process from "node:process";
import { chanceBy, fitLogistic, labelThings, likelyThings, sentenceSets } from "@lilink/model/testing";
import { requireFlag } from "../flag.ts";

const bars = [0.4, 0.5, 0.6, 0.7, 0.8];

/**
 * What the chance of a thing gives on each set of labelled sentences when it is learnt on the others: of the things that filled a field on the
 * day when the set was unseen, how many right and wrong ones are asked at each bar. --out F writes the weights of all sets.
 * @example npm run quality -- things --out packages/model/src/matching/data/thing-weights.json
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const sets = Object.keys(sentenceSets).map((name) => ({ name, things: labelThings(name) }));
  const leftOut = sets
    .map(({ name, things }) => ({ name, things: things.filter(({ isTaken }) => isTaken) }))
    .filter(({ things }) => things.length > 0)
    .map(({ name, things }) => {
      const fitted = fitLogistic(sets.flatMap((set) => (set.name === name ? [] : set.things)));
      const asked = (isRight: boolean) =>
        bars.map(
          (bar) =>
            things.filter(
              ({ isSo, concept, text, ranked }) =>
                isSo === isRight &&
                !likelyThings(text, ranked, (features) => chanceBy(fitted, features), bar).has(concept),
            ).length,
        );
      const right = things.filter(({ isSo }) => isSo).length;
      return { name, right, wrong: things.length - right, askedRight: asked(true), askedWrong: asked(false) };
    });
  const all = sets.flatMap(({ things }) => things);
  const fitted = fitLogistic(all);
  if (args.includes("--out"))
    writeFileSync(requireFlag(args, "--out"), `${JSON.stringify(fitted, null, 2)}\n`);
  process.stderr.write(`${all.length} labelled things, ${Object.keys(fitted.weights).length} weights\n`);
  return { bars, leftOut };
}
