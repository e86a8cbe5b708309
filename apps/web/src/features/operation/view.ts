import type { Config } from "@lilink/contract/config";

/** The settings of this process that are no secret and name no secret, in the order of the manual. */
export function toSettings(config: Config): readonly (readonly [name: string, value: string])[] {
  return [
    ["PUBLIC_URL", config.publicUrl],
    ["HOST", config.host],
    ["PORT", String(config.port)],
    ["TRUSTED_PROXIES", String(config.trustedProxies)],
    ["PASSWORD_PROFILE", config.passwordProfile],
    ["SECOND_FACTOR", config.factorDemand],
    ["OIDC_ISSUER", config.oidc?.issuer ?? ""],
    ["SMTP_URL", config.smtpUrl ? "•" : ""],
    ["LOG_LEVEL", config.logLevel],
    ["LILINK_DEMO", config.demo ? "1" : "0"],
  ];
}

type Work = {
  readonly workers: number;
  readonly oldest: string | null;
  readonly changed: number;
  readonly dead: number;
};

/** A job that waits so long is one that nobody takes. */
const mostWaitMilliseconds = 10 * 60_000;

/** What needs an administrator, the worst first; nothing where all is well. */
export function findTroubles(
  { workers, oldest, changed, dead }: Work,
  now: Date,
): readonly { readonly key: "workers" | "changed" | "dead" | "late"; readonly count: number }[] {
  const isLate = oldest !== null && now.getTime() - new Date(oldest).getTime() > mostWaitMilliseconds;
  return [
    ...(workers === 0 ? [{ key: "workers" as const, count: 0 }] : []),
    ...(changed > 0 ? [{ key: "changed" as const, count: changed }] : []),
    ...(dead > 0 ? [{ key: "dead" as const, count: dead }] : []),
    ...(isLate ? [{ key: "late" as const, count: 0 }] : []),
  ];
}
