import type { Answer, TablePlan } from "@lilink/model/goals/release/making";
import type { Context } from "../../kernel/context.ts";
import type { RoundSources, Source } from "./read-plan.ts";
import type { ReportBook } from "./read-reports.ts";

/** Who reported the parts of a table's ratios, and in how many periods each part is asked. */
export type Answers = { readonly answers: readonly Answer[]; readonly periods: ReadonlyMap<string, number> };

/**
 * Reads who reported which part of the ratios that a table is part of, whatever the value. [RL15]
 * @param roundsOf the rounds that a part's frequency is reported in
 * @param edition the sources of an earlier release of one round, in place of what is verified of it now
 */
export async function readAnswers(
  ctx: Context,
  book: ReportBook,
  { pairs }: Pick<TablePlan, "pairs">,
  roundsOf: (frequency: TablePlan["frequency"]) => readonly RoundSources[],
  edition?: { readonly roundId: string; readonly sources: readonly Source[] },
): Promise<Answers> {
  const parts = new Map(pairs.flatMap((pair) => pair.parts.map((part) => [part.root, part] as const)));
  const answers: Answer[] = [];
  const periods = new Map<string, number>();
  for (const { root, codes, frequency, overTime } of parts.values()) {
    const all = roundsOf(frequency);
    const rounds = overTime === "last" ? all.slice(-1) : all;
    periods.set(root, rounds.length);
    for (const { id, period, sources } of rounds)
      for (const report of await book.list(ctx, codes, {
        period,
        sources: edition?.roundId === id ? edition.sources : sources,
      }))
        answers.push(report);
  }
  return { answers, periods };
}
