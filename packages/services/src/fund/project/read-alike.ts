import { cosineOf, sameEffort } from "@lilink/model/fund/life";
import { analyzeText } from "@lilink/model/matching";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

type Text = { readonly publicId: string; readonly title: string; readonly abstract: string };
export type AlikeProject = { readonly publicId: string; readonly title: string; readonly likeness: number };

/** So many projects that run are compared, the newest first. */
const most = 500;

const conceptsOf = ({ title, abstract }: Text) =>
  analyzeText(`${title}\n${abstract}`).mentions.map(({ concept }) => concept);

/** Other projects that run and look like the same effort, the likest first. It warns; nobody is stopped. [FU26] */
export async function readAlike(ctx: Context, award: Text): Promise<readonly AlikeProject[]> {
  const own = conceptsOf(award);
  if (own.length === 0) return [];
  const { rows } = await ctx.db.execute<Text>(
    sql`select public_id as "publicId", title, abstract from fund_award where state = 'active' and public_id <> ${award.publicId}
      order by starts_on desc, public_id limit ${most}`,
  );
  return rows
    .map((row) => ({ publicId: row.publicId, title: row.title, likeness: cosineOf(own, conceptsOf(row)) }))
    .filter(({ likeness }) => likeness >= sameEffort)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 5);
}
