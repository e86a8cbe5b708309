import { defaultRates, type RateClass, type RateLimits } from "@lilink/contract/config";
import type { Actor } from "@lilink/model/policy";
import type pg from "pg";

/** What a process holds against abuse. The kernel says what it needs; `ground` builds it. */
export type Guard = {
  readonly allowances: Allowances | null;
  readonly limits: RateLimits;
  /** Says whether the scanner knows the bytes as harmful. Null where no scanner is configured. */
  readonly scan: ((bytes: Uint8Array) => Promise<"clean" | "infected">) | null;
  /** The bytes that one organization may store. */
  readonly storageQuota: number;
  readonly webhookTargets: TargetRules;
  /** Seals the secrets of webhooks. Null where no key is given. */
  readonly seals: Seals | null;
};

/** The allowances of a process: it takes a few tokens of PostgreSQL's buckets ahead for calls that come often. */
export type Allowances = {
  readonly limits: RateLimits;
  /**
   * Spends one token of each bucket of a call. Throws LIMIT_REACHED where a bucket is empty. True means that it asked
   * the database, which ended the open transaction.
   */
  readonly spend: (client: pg.PoolClient, call: Spending) => Promise<boolean>;
};

export type Spending = {
  readonly actor: Actor;
  readonly source: string | undefined;
  readonly rate: RateClass;
  readonly now: Date;
};

/** The addresses that may be called: these ports of public hosts, and any port of the hosts of tests. */
export type TargetRules = { readonly ports: readonly number[]; readonly testHosts: readonly string[] };

export type Seals = {
  /** Seals for one address: it does not open for another. */
  readonly seal: (secret: string, endpointId: string) => string;
  /** Null where the key that sealed it is not known here. */
  readonly open: (sealed: string, endpointId: string) => string | null;
  /** Every secret that the present key sealed starts with this. */
  readonly mark: string;
};

/** For a process that counts, scans and seals nothing. */
export const noGuard: Guard = {
  allowances: null,
  limits: defaultRates,
  scan: null,
  storageQuota: 2_000_000_000,
  webhookTargets: { ports: [443], testHosts: [] },
  seals: null,
};
