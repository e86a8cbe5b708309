import { defaultRates, type RateClass, type RateLimits } from "@lilink/contract/config";
import type { Actor } from "@lilink/model/policy";
import type pg from "pg";

/** The protections of a process against abuse. The kernel says as a type what it needs; `ground` builds it. */
export type Guard = {
  readonly allowances: Allowances | null;
  readonly limits: RateLimits;
  /** Asks the virus scanner about the bytes. Null when no scanner is configured. */
  readonly scan: ((bytes: Uint8Array) => Promise<"clean" | "infected">) | null;
  /** How many bytes one organization may store. */
  readonly storageQuota: number;
  readonly webhookTargets: TargetRules;
  /** Seals the secrets of webhooks. Null where no key is given. */
  readonly seals: Seals | null;
};

/** The allowances of a process. For frequent calls it takes a few tokens from PostgreSQL in advance. */
export type Allowances = {
  readonly limits: RateLimits;
  /**
   * Spends one token of each bucket of a call. Throws LIMIT_REACHED when a bucket is empty.
   * True: it asked the database, which ended the open transaction.
   */
  readonly spend: (client: pg.PoolClient, call: Spending) => Promise<boolean>;
};

export type Spending = {
  readonly actor: Actor;
  readonly source: string | undefined;
  readonly rate: RateClass;
  readonly now: Date;
};

/** Where webhooks may go: these ports of public hosts, and any port of the test hosts. */
export type TargetRules = { readonly ports: readonly number[]; readonly testHosts: readonly string[] };

export type Seals = {
  /** Encrypts a secret for one address. It does not decrypt for another. */
  readonly seal: (secret: string, endpointId: string) => string;
  /** Decrypts. Null when this process does not know the key. */
  readonly open: (sealed: string, endpointId: string) => string | null;
  /** Every secret encrypted under the present key starts with this. */
  readonly mark: string;
};

/** For a process without limits, scanner and keys. */
export const noGuard: Guard = {
  allowances: null,
  limits: defaultRates,
  scan: null,
  storageQuota: 2_000_000_000,
  webhookTargets: { ports: [443], testHosts: [] },
  seals: null,
};
