import { writeFileSync } from "node:fs";
import { goldenFiles, handFiles } from "@lilink/model/golden";
import { countTerms, type PostingFile } from "@lilink/model/matching";
import { searchTermsOf } from "@lilink/model/text";
import { findFlag } from "../flag.ts";

/**
 * Makes the tables by which the matcher knows how rare a term is, from the development texts. `--without ROLE` leaves the texts of
 * one hand out, to try the matcher on them as on texts that it never saw.
 * @example node scripts/run.mjs tests/quality/src/postings/make-frequencies.ts
 */
const without = findFlag(process.argv, "--without");
const hands = Object.entries(handFiles).filter(([role]) => role !== without);
const files: readonly PostingFile[] = [...goldenFiles, ...hands.map(([, file]) => file)];
const postings = files.flatMap(({ needs, capabilities }) => [...needs, ...capabilities]);

writeTable("term-frequencies", ({ title, body }) => countTerms(title, body).keys());
writeTable("word-frequencies", ({ title, body }) => new Set(searchTermsOf(`${title}\n${body}`)));

function writeTable(
  name: string,
  termsOf: (posting: PostingFile["needs"][number]) => Iterable<string>,
): void {
  const counts = new Map<string, number>();
  for (const posting of postings)
    for (const term of termsOf(posting)) counts.set(term, (counts.get(term) ?? 0) + 1);
  // What stands in one posting alone is as rare as what stands in none, and tells whose posting it was.
  const byCount = new Map<number, string[]>();
  for (const [term, count] of counts)
    if (count > 1) byCount.set(count, [...(byCount.get(count) ?? []), term]);
  const termsByCount = Object.fromEntries(
    [...byCount].sort(([a], [b]) => a - b).map(([count, terms]) => [count, terms.sort().join(" ")]),
  );
  writeFileSync(
    new URL(`../../../../packages/model/src/matching/data/${name}.json`, import.meta.url),
    `${JSON.stringify({ documents: postings.length, termsByCount }, null, 2)}\n`,
  );
  process.stderr.write(`${name}: ${postings.length} postings, ${counts.size} terms\n`);
}
