import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** What was judged, with the release that its figure is from. */
type Judged = { readonly release: { readonly frozenAt: Date; readonly ageDays: number } | null };
type Kept = { readonly courses: readonly Judged[]; readonly from: number; readonly until: number };

const dayMilliseconds = 86_400_000;
const most = 30;
const kept = new Map<string, Kept>();

/**
 * Goals as they were judged before, for whoever would judge them by the same: by all releases, definitions, adoptions, series
 * and floors that this reader sees, each as it stands in this transaction. The database says so itself, under the reader's own rights, so
 * that nothing has to be told what changed and nobody is answered by what others may see.
 */
export async function keepCourses<T extends Judged>(
  ctx: Context,
  asked: string,
  judge: () => Promise<readonly T[]>,
): Promise<readonly T[]> {
  // A job reads past the rights of readers.
  if (ctx.actor.kind === "job") return judge();
  const key = `${await readTurn(ctx)} ${asked}`;
  const now = ctx.now.getTime();
  const known = kept.get(key);
  if (known && known.from <= now && now < known.until) return known.courses as readonly T[];
  const courses = await judge();
  kept.delete(key);
  kept.set(key, { courses, ...spanOf(courses) });
  if (kept.size > most) kept.delete(kept.keys().next().value as string);
  return courses;
}

/** Each row by its number and the transaction that wrote it. */
async function readTurn(ctx: Context): Promise<string> {
  const rowsOf = (table: string) =>
    sql`(select md5(coalesce(string_agg(id::text || ' ' || xmin::text, ',' order by id), '')) from ${sql.identifier(table)})`;
  const tables = ["figure_release", "definition", "series_adoption", "series", "goal_floor"].map(rowsOf);
  const { rows } = await ctx.db.execute<{ turn: string }>(
    sql`select concat_ws(' ', app.reads_members(), app.officer(), ${sql.join(tables, sql`, `)}) as turn`,
  );
  return rows[0]?.turn ?? "";
}

/** While none of the releases behind them grows a day older. */
function spanOf(courses: readonly Judged[]): Omit<Kept, "courses"> {
  const releases = courses.flatMap(({ release }) => release ?? []);
  const turns = releases.map(({ frozenAt, ageDays }) => frozenAt.getTime() + ageDays * dayMilliseconds);
  return {
    from: Math.max(Number.NEGATIVE_INFINITY, ...turns),
    until: Math.min(Number.POSITIVE_INFINITY, ...turns.map((turn) => turn + dayMilliseconds)),
  };
}
