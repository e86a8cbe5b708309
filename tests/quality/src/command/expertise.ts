import { readFile } from "node:fs/promises";
import { createTokenizer } from "@lilink/engine/text";
import { type Paper, rateExpertise, ratingLoss } from "@lilink/model/fund";
import { requireFlag } from "../flag.ts";

type File = {
  readonly papers: Readonly<Record<string, Paper>>;
  readonly profiles: Readonly<Record<string, readonly Paper[]>>;
  readonly judged: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** --file F: papers, the papers of people, and how well they say that they know each; what the rating gets wrong. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { papers, profiles, judged } = JSON.parse(
    await readFile(requireFlag(args, "--file"), "utf8"),
  ) as File;
  const { searchTermsOf } = createTokenizer(() => []);
  const ids = Object.keys(papers);
  const people = Object.keys(profiles);
  const ratings = rateExpertise(
    Object.values(papers).map(whole),
    Object.values(profiles).map((all) => all.map(whole)),
    searchTermsOf,
  );
  return ratingLoss(
    Object.entries(judged).map(([person, scores]) =>
      Object.entries(scores).map(([paper, score]) => ({
        score,
        rated: ratings[people.indexOf(person)]?.[ids.indexOf(paper)] ?? 0,
      })),
    ),
  );
}

/** Some papers have no abstract. */
const whole = ({ title, abstract }: Partial<Paper>): Paper => ({
  title: title ?? "",
  abstract: abstract ?? "",
});
