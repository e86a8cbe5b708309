import { toShanghaiDate } from "@lilink/model/calendar";
import { type SQL, sql } from "drizzle-orm";

/** Which parts take part in a search; row security narrows them to what the reader may read. */
export type SearchScope = (alias: string) => SQL;

/**
 * Live parts at the levels of everyone and of members. Partner parts stay out even for partners: reading them is
 * logged one by one, and a search would be a reading without a log ([SE3]).
 * Levels and end are filters and nothing to look up. Three parts of five have those levels, so every key of the parts
 * would be read through beside the few that answer a word; and an end is guessed alike for every moment, so that one
 * plan serves them all.
 */
export const readerScope =
  (now: Date): SearchScope =>
  (alias) => {
    const part = sql.identifier(alias);
    return sql`${part}.state = 'live' and (${part}.level in ('everyone', 'member')) is true and coalesce(${part}.valid_until > ${now.toISOString()}::timestamptz, false)`;
  };

/** Whether a part asks for no terms, or an organization accepted them: what row security says, for the worker, which it does not bind. [US3] */
export function isOpenTo(alias: string, organizationId: string | null, now: Date): SQL {
  const part = sql.identifier(alias);
  return sql`(${part}.use_version is null or exists (select 1 from posting_use_acceptance a
    where a.posting_id = ${part}.posting_id and a.version = ${part}.use_version and a.org_id = ${organizationId}::uuid
      and (a.until is null or a.until >= ${toShanghaiDate(now)}::date)))`;
}
