import { readFile } from "node:fs/promises";
import { type EventText, likenessOf, sameEventScore } from "@lilink/model/matching";
import { requireFlag } from "../flag.ts";

type Pair = { readonly a: string | EventText; readonly b: string | EventText; readonly same: boolean };
type File = { readonly texts?: Readonly<Record<string, EventText>>; readonly pairs: readonly Pair[] };

/**
 * --file F: pairs of texts on events, with whether both tell of one (`a` and `b` are texts, or ids of `texts`): how many of the proposed
 * merges are right, and how many of the right ones are proposed. `src/watch/event-pairs.json` is our own file of 100.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { texts = {}, pairs } = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as File;
  const textOf = (given: Pair["a"]): EventText =>
    typeof given === "string" ? (texts[given] ?? { text: given }) : given;
  const judged = pairs.map(({ a, b, same }) => ({
    ...{ a, b, same },
    score: likenessOf(textOf(a), textOf(b)).score,
  }));
  const count = (same: boolean, isProposed: boolean) =>
    judged.filter((pair) => pair.same === same && pair.score >= sameEventScore === isProposed).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  const share = (part: number, all: number) => (all === 0 ? null : Math.round((part / all) * 1000) / 1000);
  return {
    pairs: judged.length,
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    faults: judged.filter(({ same, score }) => same !== score >= sameEventScore),
  };
}
