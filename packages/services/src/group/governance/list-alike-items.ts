import { findConcept, type LinkId } from "@lilink/model/chain";
import { LilinkError } from "@lilink/model/error";
import { analyzeText, likenessOf, sameEventScore } from "@lilink/model/matching";
import { registers } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const items = registers.watchItem as unknown as Parameters<typeof headOf>[0];

type Row = {
  readonly publicId: string;
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
type Titled = Pick<Row, "publicId" | "titleZh" | "titleEn">;

export type AlikeItems = {
  /** Open items that look like the same event, the likest first, with what they share. */
  readonly alike: readonly (Titled & {
    readonly score: number;
    readonly shared: readonly string[];
    readonly days: number | null;
  })[];
  /** Items that were merged into this one, with their sources: several papers, one item. */
  readonly merged: readonly (Titled & Pick<Row, "sources">)[];
  /** Concepts of the chain that the text names, and their links that the record does not have. */
  readonly concepts: readonly { readonly concept: string; readonly zh: string; readonly en: string }[];
  readonly linksMissing: readonly LinkId[];
};

/** What else on file may tell of the same event as a watch item, and which nodes of the chain its text names. It proposes; an officer merges. [WA3] [WA4] */
export const listAlikeItems = defineQuery({
  name: "watch.alike",
  input: z.object({ id: z.string().max(40) }),
  authorize: { action: "record.consult" },
  run: async (ctx, { id }): Promise<AlikeItems> => {
    const rows = await readItems(ctx);
    const own = rows.find(({ publicId }) => publicId === id);
    if (!own) throw new LilinkError("NOT_FOUND");
    const concepts = [...new Set(analyzeText(textOf(own)).mentions.map(({ concept }) => concept))].flatMap(
      (concept) => findConcept(concept) ?? [],
    );
    const links = new Set(concepts.map(({ link }) => link));
    return {
      alike: own.state === "merged" ? [] : rankAlike(own, rows),
      merged: rows
        .filter(({ mergedInto }) => mergedInto === id)
        .map(({ publicId, titleZh, titleEn, sources }) => ({ publicId, titleZh, titleEn, sources })),
      concepts: concepts.map(({ id: concept, zh, en }) => ({ concept, zh, en })),
      linksMissing: [...links].filter((link) => link !== "chain" && !own.links.includes(link)),
    };
  },
});

const textOf = ({ titleZh, titleEn, summaryZh, summaryEn }: Row) =>
  [titleZh, titleEn, summaryZh, summaryEn].filter(Boolean).join("\n");

function rankAlike(own: Row, rows: readonly Row[]): AlikeItems["alike"] {
  const toText = (row: Row) => ({
    // Titles alone: a summary tells of much that other events share.
    text: [row.titleZh, row.titleEn].filter(Boolean).join("\n"),
    date: row.happenedOn,
    country: row.country,
  });
  return rows
    .filter(({ publicId, state }) => publicId !== own.publicId && state !== "merged" && state !== "closed")
    .map((row) => ({ row, likeness: likenessOf(toText(own), toText(row)) }))
    .filter(({ likeness }) => likeness.score >= sameEventScore)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, 5)
    .map(({ row: { publicId, titleZh, titleEn }, likeness: { score, names, numbers, days } }) => ({
      ...{ publicId, titleZh, titleEn, score, days },
      shared: [...names, ...numbers],
    }));
}

async function readItems(ctx: Context): Promise<readonly Row[]> {
  const { rows } = await ctx.db.execute<Row>(
    sql`select h.public_id as "publicId", h.state, v.title_zh as "titleZh", v.title_en as "titleEn", v.summary_zh as "summaryZh",
        v.summary_en as "summaryEn", v.country, v.happened_on as "happenedOn", v.links, v.sources, m.public_id as "mergedInto"
      from ${headOf(items)} h join ${versionOf(items)} v on v.record_id = h.id and v.status = 'live' and v.level = 'member'
        left join ${headOf(items)} m on m.id = v.merged_into_id
      order by h.created_at desc limit 2000`,
  );
  return rows;
}
