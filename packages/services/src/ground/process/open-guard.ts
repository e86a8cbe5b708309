import type { RateLimits } from "@lilink/contract/config";
import { type Guard, noGuard, type TargetRules } from "../../kernel/guard.ts";
import { createAllowances } from "../allowance/create-allowances.ts";
import { scanByClamav } from "../file/scan-by-clamav.ts";
import { createSeals, type SealKey } from "../seal/create-seals.ts";

export type GuardSettings = {
  /** Without limits nothing is counted: the worker's jobs and the steps that prepare run so. */
  readonly rates?: RateLimits | undefined;
  readonly clamavAddress?: string | undefined;
  readonly storageQuota?: number | undefined;
  readonly webhookTargets?: TargetRules | undefined;
  readonly sealKeys?: readonly SealKey[] | undefined;
};

export function openGuard({
  rates,
  clamavAddress,
  storageQuota = noGuard.storageQuota,
  webhookTargets = noGuard.webhookTargets,
  sealKeys: [present, ...before] = [],
}: GuardSettings): Guard {
  return {
    allowances: rates ? createAllowances(rates) : null,
    limits: rates ?? noGuard.limits,
    scan: clamavAddress === undefined ? null : (bytes) => scanByClamav(clamavAddress, bytes),
    storageQuota,
    webhookTargets,
    seals: present ? createSeals([present, ...before]) : null,
  };
}
