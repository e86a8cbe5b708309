import type { Answer, TablePlan } from "@lilink/model/goals/release/making";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { RoundSources, Source } from "./read-plan.ts";

/** Who reported the parts of a table's ratios, and in how many periods each part is asked. */
export type Answers = { readonly answers: readonly Answer[]; readonly periods: ReadonlyMap<string, number> };

/**
 * Reads who reported which part of the ratios that a table is part of, whatever the value. [RL15]
 * @param roundsOf the rounds that a part's frequency is reported in
 * @param edition the sources of an earlier release of one round, in place of what is verified of it now
 */
export async function readAnswers(
  ctx: Context,
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
      answers.push(
        ...(await readOne(ctx, codes, period, edition?.roundId === id ? edition.sources : sources)),
      );
  }
  return { answers, periods };
}

async function readOne(
  ctx: Context,
  codes: readonly string[],
  period: string,
  sources: readonly Source[],
): Promise<readonly Answer[]> {
  const forms = sql.param(sources.map(({ formId }) => formId));
  const versions = sql.param(sources.map(({ version }) => version));
  const { rows } = await ctx.db.execute<Omit<Answer, "period">>(sql`
    select distinct v.component, v.organization_id as "organizationId", v.place
    from unnest(${forms}::uuid[], ${versions}::int[]) as s (form_id, version)
    join return_value v on v.form_id = s.form_id and v.version = s.version
      and v.component = any(${sql.param(codes)}::text[])
    where v.value is not null`);
  return rows.map((row) => ({ ...row, period }));
}
