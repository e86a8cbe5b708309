import { readFileSync } from "node:fs";
import { type FormSentence, judgeForm } from "@lilink/model/testing";
import { requireFlag } from "../flag.ts";

type Row = { readonly id: string; readonly got: string; readonly why: string };

/**
 * How sentences fill in the form. `n` counts the figures, concepts and windows of the file and what is proposed beyond
 * them without a doubt, which is wrong; the list holds what is not right, and `causes` counts it by what went wrong.
 * @example npm run quality -- sentences --file F
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { sentences } = JSON.parse(readFileSync(requireFlag(args, "--file"), "utf8")) as {
    readonly sentences: readonly FormSentence[];
  };
  const count = { right: 0, wrong: 0, asked: 0, missed: 0 };
  const list: Row[] = [];
  const causes: Record<string, Record<string, number>> = {};
  let sentencesWithWrongField = 0;
  for (const sentence of sentences) {
    const verdict = judgeForm(sentence);
    count.right += verdict.right;
    if (verdict.wrong.length > 0) sentencesWithWrongField += 1;
    for (const got of ["wrong", "asked", "missed"] as const) {
      count[got] += verdict[got].length;
      for (const why of verdict[got]) list.push({ id: sentence.id, got, why });
    }
    for (const { got, cause } of verdict.faults) {
      const row = causes[cause] ?? {};
      causes[cause] = { ...row, [got]: (row[got] ?? 0) + 1 };
    }
  }
  const n = count.right + count.wrong + count.asked + count.missed;
  process.stderr.write(`${sentences.length} sentences, ${n} fields\n`);
  return { n, ...count, sentencesWithWrongField, causes, list };
}
