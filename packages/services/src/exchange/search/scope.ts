import { type SQL, sql } from "drizzle-orm";

/** Which parts take part in a search; row security narrows them to what the reader may read. */
export type SearchScope = (alias: string) => SQL;

/**
 * Live parts at the levels of everyone and of members. Partner parts stay out even for partners: reading them is
 * logged one by one, and a search would be a reading without a log ([SE3]).
 */
export const readerScope =
  (now: Date): SearchScope =>
  (alias) => {
    const part = sql.identifier(alias);
    return sql`${part}.state = 'live' and ${part}.level in ('everyone', 'member') and ${part}.valid_until > ${now.toISOString()}::timestamptz`;
  };
