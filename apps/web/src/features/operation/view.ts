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
