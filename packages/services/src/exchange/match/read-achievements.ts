import { type MatchDocument, readDocument } from "@lilink/model/matching";
import { registerOf } from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";
import { remember } from "../../ground/search/remember.ts";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const register = registerOf("achievement");

type Row = {
  readonly id: string;
  readonly publicId: string;
  readonly organizationId: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly text: string;
  readonly readiness: number;
  readonly holder: { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };
  /** Its place in the relay, where a need can take it on. */
  readonly relay: string | null;
};
export type OfferedAchievement = Row & { readonly document: MatchDocument };

/**
 * Achievements that are offered, as everyone reads them, ready to be judged like capabilities. What is not offered is in no index: before its
 * rights are cleared it is for its owner alone, and in talks it is no longer free. [AC7]
 */
export async function readAchievements(
  ctx: Context,
  where: SQL,
  { link, limit }: { readonly link: string; readonly limit: number },
): Promise<readonly OfferedAchievement[]> {
  const { rows } =
    await ctx.db.execute<Row>(sql`select h.id, h.public_id as "publicId", h.organization_id as "organizationId",
      v.title_zh as "titleZh", v.title_en as "titleEn", v.readiness,
      concat_ws(E'\\n', coalesce(v.teaser_zh, v.teaser_en), coalesce(v.difference_zh, v.difference_en)) as text,
      (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = h.organization_id) as holder,
      (select r.public_id from relay_result r where r.achievement_id = h.id and r.state = 'offered') as relay
    from ${headOf(register)} h join ${versionOf(register)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
    where h.state = 'offered' and ${where}
    order by (${link} = any (v.links)) desc, h.public_id limit ${limit}`);
  return rows.map((row) => ({ ...row, document: toDocument(row) }));
}

/** Texts of achievements are read for every page of matches: those of a few links of the chain. */
const documentsKept = 300;

/** Its words, read like a capability of which nothing else is known; its readiness is declared. */
const toDocument = remember(
  documentsKept,
  ({ id, titleZh, titleEn, text, readiness }: Row): MatchDocument => {
    const lang = titleZh ? "zh" : "en";
    const document = readDocument({
      id,
      kind: "capability",
      lang,
      title: titleZh ?? titleEn ?? "",
      body: text,
    });
    return { ...document, trl: readiness };
  },
  ({ id, titleZh, titleEn, text, readiness }) => JSON.stringify([id, titleZh, titleEn, text, readiness]),
);
