import { readFile } from "node:fs/promises";
import { scoreTags, tagSkills } from "@lilink/model/people/tag";
import { requireFlag } from "../flag.ts";

type Labelled = { readonly lang: string; readonly text: string; readonly skills: readonly string[] };

/** --file F: sentences with the skills that they name; how well proposed tags agree with them, by language too. */
export async function run(args: readonly string[]): Promise<unknown> {
  const rows = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as readonly Labelled[];
  const languages = [...new Set(rows.map(({ lang }) => lang))].sort();
  const wrong = rows.filter(({ text, skills }) => {
    const tags = tagSkills(text).map(({ skill }) => skill);
    return tags.toSorted().join() !== [...skills].sort().join();
  });
  for (const { text, skills } of wrong)
    process.stderr.write(`${text}: ${tagSkills(text).map(({ skill }) => skill)} for ${skills}\n`);
  return {
    sentences: rows.length,
    ...scoreTags(rows),
    byLanguage: Object.fromEntries(
      languages.map((lang) => [lang, scoreTags(rows.filter((one) => one.lang === lang))]),
    ),
  };
}
