import { createHash } from "node:crypto";
import { postingRefSchema } from "@lilink/contract";
import { loadConcept } from "@lilink/model/chain";
import { LilinkError } from "@lilink/model/error";
import {
  chooseWord,
  type MatchDocument,
  type MatchWeights,
  type MatchWord,
  rankCandidates,
} from "@lilink/model/matching";
import { organizationOf } from "@lilink/model/policy";
import { registers } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { remember } from "../../ground/search/remember.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findHead } from "../../record/find-record.ts";
import { type ReadDocument, readDocuments } from "../market/read-documents.ts";
import { readWeights } from "../market/read-weights.ts";
import { toMatchDocument } from "../market/to-match-document.ts";
import { loadMatchedRow, matchedRow } from "./load-matched-row.ts";
import { readAchievements } from "./read-achievements.ts";
import { readOpenOnes } from "./read-open-ones.ts";

const retrieved = 60;
const shown = 5;

type Asked = {
  readonly own: ReadDocument;
  readonly others: readonly MatchDocument[];
  readonly weights: MatchWeights;
};

/** A page of matches is looked at again and again while nothing of this changes. */
const rankingsKept = 200;

/** The best, each with its word; what is only distantly akin is no suggestion here. [AC7] */
const pickFits = remember(
  rankingsKept,
  ({ own, others, weights }: Asked) =>
    rankCandidates(own.whole, own.open, others, { limit: retrieved, weights })
      .matches.map(({ id, result }) => ({ id, word: chooseWord(result) }))
      .filter(({ word }) => word !== "distant")
      .slice(0, shown),
  (asked) => createHash("sha256").update(JSON.stringify(asked)).digest("base64"),
);

/** An achievement that answers a need, by what everyone reads of it. */
export type AchievementMatch = {
  readonly publicId: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly readiness: number;
  readonly holder: { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };
  readonly relay: string | null;
  readonly word: MatchWord;
};

/** Achievements that fit one's own live need, best first, by the engine and the thresholds of capabilities. [AC7] */
export const listAchievements = defineQuery({
  name: "match.achievements",
  input: postingRefSchema,
  authorize: { action: "match.read", resource: matchedRow },
  run: async (ctx, { publicId }): Promise<readonly AchievementMatch[]> => {
    const own = await loadMatchedRow(ctx, publicId);
    if (own.kind !== "need" || !own.live || !own.concept) return [];
    const [need] = await readDocuments(ctx, [own.id]);
    if (!need) return [];
    const offered = await readAchievements(ctx, sql`h.organization_id <> ${own.organizationId}::uuid`, {
      link: loadConcept(own.concept).link,
      limit: retrieved,
    });
    const others = offered.map(({ document }) => document);
    return pickFits({ own: need, others, weights: await readWeights(ctx) }).flatMap(({ id, word }) => {
      const one = offered.find((candidate) => candidate.id === id);
      if (!one) return [];
      const { publicId, titleZh, titleEn, readiness, holder, relay } = one;
      return [{ publicId, titleZh, titleEn, readiness, holder, relay, word }];
    });
  },
});

const register = registers.achievement as unknown as Parameters<typeof findHead>[1];

/** For `authorize.resource`: whether an achievement is the reader's own. */
async function ownAchievement(ctx: Context, { publicId }: { readonly publicId: string }) {
  const head = await findHead(ctx, register, publicId);
  if (!head) throw new LilinkError("NOT_FOUND");
  return { owner: head.organizationId !== null && head.organizationId === organizationOf(ctx.actor) };
}

/** A need that an achievement answers, by what everyone reads of it. */
export type NeedMatch = {
  readonly publicId: string;
  readonly title: string;
  readonly concept: string;
  readonly language: string;
  readonly word: MatchWord;
};

/** Live needs of others that fit one's own achievement once it is offered, by what everyone reads of them. [AC7] */
export const listNeeds = defineQuery({
  name: "match.needs",
  input: postingRefSchema,
  authorize: { action: "match.read", resource: ownAchievement },
  run: async (ctx, { publicId }): Promise<readonly NeedMatch[]> => {
    const [own] = await readAchievements(ctx, sql`h.public_id = ${publicId}`, { link: "", limit: 1 });
    const concept = own?.document.concepts[0];
    if (!own || !concept) return [];
    const needs = await readOpenOnes(ctx, {
      ...{ concept, kind: "capability", organizationId: own.organizationId },
    });
    const { document } = own;
    const others = needs.map(({ posting }) => toMatchDocument(posting, "visitor"));
    const asked = { own: { whole: document, open: document }, others, weights: await readWeights(ctx) };
    return pickFits(asked).flatMap(({ id, word }) => {
      const one = needs.find(({ posting }) => posting.id === id);
      if (one?.posting.kind !== "need") return [];
      const { concept, language, parts } = one.posting;
      const title = parts[0]?.fields.title ?? "";
      return [{ publicId: one.publicId, title, concept, language, word }];
    });
  },
});
