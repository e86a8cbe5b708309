import { descendantsOf } from "@lilink/model/chain";
import type { independentUses } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Body } from "../application/read-application.ts";

export type FirstUse = {
  readonly publicId: string;
  readonly result: { readonly publicId: string; readonly title: string };
  readonly taker: Body;
  readonly named: boolean;
  readonly useKind: (typeof independentUses)[number];
  readonly usedOn: string;
  readonly words: string;
  /** Neither the same group nor a body of the project. */
  readonly isApart: boolean;
};

/** First uses of what serves a node or a kind of it, that both sides confirmed. */
export async function readUses(ctx: Context, node: string): Promise<readonly FirstUse[]> {
  const nodes = [node, ...descendantsOf(node)];
  const { rows } = await ctx.db.execute<FirstUse>(sql`select c.public_id as "publicId", c.named,
      jsonb_build_object('publicId', r.public_id, 'title', r.title) as result,
      (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = c.org_id) as taker,
      s.use_kind as "useKind", s.happened_on::text as "usedOn", s.words, app.relay_apart(c.id) as "isApart"
    from relay_claim c join relay_result r on r.id = c.result_id join relay_step s on s.claim_id = c.id and s.step = 'use' and s.state = 'confirmed'
    where c.state = 'in_product' and r.node = any (${sql.param(nodes)}::text[]) order by s.happened_on desc, c.public_id`);
  return rows;
}
