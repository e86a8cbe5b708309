import type { Facts } from "./facts.ts";

/** An engagement of the caller that holds and includes a scope. */
export const engaged = ({ person, org, verified }: Facts, engagement: string, scope: string) =>
  `(${verified} and exists (select 1 from engagement en where en.id = ${engagement} and en.adviser_id = ${person} and en.adviser_org = ${org}
    and en.state = 'active' and '${scope}' = any (en.scopes) and current_date between en.from_on::date and en.until_on::date))`;

/** A draft that the caller prepares for its client and has not handed over. */
export const advisedDraft = (facts: Facts, posting: string) =>
  `exists (select 1 from advised_draft ad join posting ap on ap.id = ad.posting_id where ad.posting_id = ${posting} and ad.handed_at is null
    and ap.state = 'draft' and ap.version = 0 and ${engaged(facts, "ad.engagement_id", "draft")})`;

/** What was written since the caller was let into the thread. */
export const heard = (facts: Facts) =>
  `exists (select 1 from introduction_adviser ia join introduction ii on ii.id = ia.introduction_id where ia.introduction_id = t.introduction_id
    and ii.state = 'accepted' and ia.let_out_at is null and ia.let_in_at <= t.created_at and ${engaged(facts, "ia.engagement_id", "accompany")})`;

/** Who sees which rows of engagements and of the network. Said once more from SPEC [AV1] [AV4] [AV5] [AV6] [NW2] [NW4] [NW5]. */
export function engagementWalls(
  party: (facts: Facts, id: string) => string,
  barred: (facts: Facts, id: string) => string,
): Readonly<Record<string, (facts: Facts) => string>> {
  const ofClient = ({ org }: Facts) => `t.org_id = ${org}`;
  return {
    network_reading: ({ verified }) => verified,
    network_position: (
      facts,
    ) => `t.org_id = ${facts.org} and ${facts.verified} or ${facts.officer} and not ${barred(facts, "t.org_id")}
      and exists (select 1 from network_consent nc where nc.org_id = t.org_id and nc.named)`,
    network_consent: (facts) => `${ofClient(facts)} or t.named and ${facts.officer}`,
    engagement: (
      facts,
    ) => `${ofClient(facts)} or t.adviser_org = ${facts.org} and (t.adviser_id = ${facts.person}
      or t.state = 'proposed' and t.adviser_email = (select pe.email from person pe where pe.id = ${facts.person}))`,
    advised_draft: (facts) => `${ofClient(facts)} or ${engaged(facts, "t.engagement_id", "draft")}`,
    proposed_pair: (facts) => `${ofClient(facts)} or ${engaged(facts, "t.engagement_id", "pair")}`,
    introduction_adviser: (facts) =>
      `${party(facts, "t.introduction_id")} or ${engaged(facts, "t.engagement_id", "accompany")}`,
  };
}
