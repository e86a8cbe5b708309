import type { LinkId } from "@lilink/model/chain";
import { analyzeText } from "@lilink/model/matching";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { headOf, versionOf } from "./record-tables.ts";

const items = registerOf("watchItem");

/** An item as the watch reads it. */
export type WatchRow = {
  readonly publicId: string;
  readonly filedAt: Date;
  readonly state: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly summaryZh: string | null;
  readonly summaryEn: string | null;
  readonly country: string | null;
  readonly happenedOn: string | null;
  readonly links: readonly LinkId[];
  readonly mergedInto: string | null;
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
};
/** The concepts of the chain that an item's text names, in zh and en, each once. [WA4] */
export const conceptsOf = ({ titleZh, titleEn, summaryZh, summaryEn }: WatchRow): readonly string[] => {
  const text = [titleZh, titleEn, summaryZh, summaryEn].filter(Boolean).join("\n");
  return [...new Set(analyzeText(text).mentions.map(({ concept }) => concept))];
};

/** Items of the watch as members read them, the newest first; those filed after an instant where one is given. */
export async function readWatchItems(ctx: Context, since?: Date): Promise<readonly WatchRow[]> {
  const { rows } = await ctx.db.execute<WatchRow>(
    sql`select h.public_id as "publicId", h.created_at as "filedAt", h.state, v.title_zh as "titleZh", v.title_en as "titleEn", v.summary_zh as "summaryZh",
        v.summary_en as "summaryEn", v.country, v.happened_on as "happenedOn", v.links, v.sources, m.public_id as "mergedInto"
      from ${headOf(items)} h join ${versionOf(items)} v on v.record_id = h.id and v.status = 'live' and v.level = 'member'
        left join ${headOf(items)} m on m.id = v.merged_into_id
      where ${since ? sql`h.created_at > ${since.toISOString()}::timestamptz` : sql`true`}
      order by h.created_at desc limit 2000`,
  );
  return rows;
}
