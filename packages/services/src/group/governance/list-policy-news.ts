import { linkIds } from "@lilink/model/chain";
import type { PolicyEventType } from "@lilink/model/governance";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const policies = registerOf("publicPolicy");
const events = registerOf("policyEvent");

export type PolicyNews = {
  /** Of the event; its address never changes. */
  readonly publicId: string;
  readonly policy: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly type: PolicyEventType;
  readonly on: string;
  readonly byDocument: string | null;
  readonly publishedAt: Date;
};

/** What was published last of events of policies, for feeds; for one link of the chain or all. [PY8] */
export const listPolicyNews = defineQuery({
  name: "policy.news",
  input: z.object({ link: z.enum(linkIds).optional() }),
  authorize: { action: "record.browse" },
  run: async (ctx, { link }): Promise<{ readonly items: readonly PolicyNews[] }> => {
    const { rows } = await ctx.db.execute<PolicyNews>(
      sql`select eh.public_id as "publicId", ph.public_id as policy, p.title_zh as "titleZh", p.title_en as "titleEn", e.type,
          e.happened_on as "on", e.by_document as "byDocument", eh.state_since as "publishedAt"
        from ${headOf(events)} eh join ${versionOf(events)} e on e.record_id = eh.id and e.status = 'live' and e.level = 'everyone'
          join ${headOf(policies)} ph on ph.id = e.policy_id
          join ${versionOf(policies)} p on p.record_id = ph.id and p.status = 'live' and p.level = 'everyone'
        ${link === undefined ? sql`` : sql`where ${link} = any (p.links)`}
        order by eh.state_since desc, e.happened_on desc, eh.public_id limit 50`,
    );
    return { items: rows.map((row) => ({ ...row, publishedAt: new Date(row.publishedAt) })) };
  },
});
