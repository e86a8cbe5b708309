import { defaultRates, type RateLimits } from "@lilink/contract/config";
import { scanByClamav } from "../attachment/scan-by-clamav.ts";
import { type Allowances, createAllowances } from "../rate/allowance.ts";
import type { TargetRules } from "../webhook/resolve-target.ts";
import { createSeals, type SealKey, type Seals } from "../webhook/seal-secret.ts";

/** What a process holds against abuse: allowances of callers, the virus scanner, and how much one organization may store. */
export type Guard = {
  readonly allowances: Allowances | null;
  readonly limits: RateLimits;
  /** Whether the scanner knows the bytes as harmful; null where none is configured. */
  readonly scan: ((bytes: Uint8Array) => Promise<"clean" | "infected">) | null;
  readonly storageQuota: number;
  readonly webhookTargets: TargetRules;
  /** Seals the secrets of webhooks; null where no key is given. */
  readonly seals: Seals | null;
};

export type GuardSettings = {
  /** Without limits nothing is counted: a worker's jobs, and the steps that prepare. */
  readonly rates?: RateLimits | undefined;
  readonly clamavAddress?: string | undefined;
  readonly storageQuota?: number | undefined;
  readonly webhookTargets?: TargetRules | undefined;
  readonly sealKeys?: readonly SealKey[] | undefined;
};

const defaultQuota = 2_000_000_000;

export function openGuard({
  rates,
  clamavAddress,
  storageQuota = defaultQuota,
  webhookTargets = { ports: [443], testHosts: [] },
  sealKeys: [present, ...before] = [],
}: GuardSettings): Guard {
  return {
    allowances: rates ? createAllowances(rates) : null,
    limits: rates ?? defaultRates,
    scan: clamavAddress === undefined ? null : (bytes) => scanByClamav(clamavAddress, bytes),
    storageQuota,
    webhookTargets,
    seals: present ? createSeals([present, ...before]) : null,
  };
}
