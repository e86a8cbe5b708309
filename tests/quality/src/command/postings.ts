import { readFileSync } from "node:fs";
import { fromPostingFile, type PostingFile } from "@lilink/model/matching";
import { requireFlag } from "../flag.ts";
import { Judge } from "../postings/judge-postings.ts";
import { measureCalibration } from "../postings/measure-calibration.ts";
import { measureRanking } from "../postings/measure-ranking.ts";
import { measureShown } from "../postings/measure-shown.ts";

/**
 * How well graded postings are ranked, in both directions, how far the scores are probabilities, and of what is suggested how much
 * is right.
 * `--text-only` lets the matcher see title and body alone; which hard figures are broken is judged from the fields of the
 * file all the same.
 * @example npm run quality -- postings --file F [--text-only]
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const file = JSON.parse(readFileSync(requireFlag(args, "--file"), "utf8")) as PostingFile;
  const textOnly = args.includes("--text-only");
  const judge = new Judge(fromPostingFile(file, { textOnly }), fromPostingFile(file));
  const { needs, capabilities } = judge.read;
  process.stderr.write(
    `${needs.length} needs, ${capabilities.length} capabilities, ${file.judgements.length} judgements${textOnly ? ", title and body alone" : ""}\n`,
  );
  return {
    needToCapability: measureRanking(judge, "need"),
    capabilityToNeed: measureRanking(judge, "capability"),
    calibration: measureCalibration(judge),
    ...measureShown(judge),
  };
}
