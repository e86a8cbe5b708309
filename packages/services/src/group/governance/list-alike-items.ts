import { findConcept, type LinkId } from "@lilink/model/chain";
import { LilinkError } from "@lilink/model/error";
import { likenessOf, sameEventScore } from "@lilink/model/matching";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { conceptsOf, readWatchItems, type WatchRow } from "../../record/read-watch-items.ts";

type Titled = Pick<WatchRow, "publicId" | "titleZh" | "titleEn">;

export type AlikeItems = {
  /** Open items that look like the same event, the likest first, with what they share. */
  readonly alike: readonly (Titled & {
    readonly score: number;
    readonly shared: readonly string[];
    readonly days: number | null;
  })[];
  /** Items that were merged into this one, with their sources: several papers, one item. */
  readonly merged: readonly (Titled & Pick<WatchRow, "sources">)[];
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
    const rows = await readWatchItems(ctx);
    const own = rows.find(({ publicId }) => publicId === id);
    if (!own) throw new LilinkError("NOT_FOUND");
    const concepts = conceptsOf(own).flatMap((concept) => findConcept(concept) ?? []);
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

function rankAlike(own: WatchRow, rows: readonly WatchRow[]): AlikeItems["alike"] {
  const toText = (row: WatchRow) => ({
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
