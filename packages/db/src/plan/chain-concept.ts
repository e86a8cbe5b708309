import { concepts, familyOf } from "@lilink/model/chain";

/** The chain as app.rival_keys reads it: one statement, so that a changed chain replaces the rows as a whole. */
export function fillChainConcept(): string {
  const rows = concepts.map(({ id, link }) => `('${id}', '${link}', '{${familyOf(id).join(",")}}'::text[])`);
  return `merge into chain_concept c
using (values
  ${rows.join(",\n  ")}
) v (concept, link, family) on v.concept = c.concept
when matched then update set link = v.link, family = v.family
when not matched by target then insert values (v.concept, v.link, v.family)
when not matched by source then delete`;
}
