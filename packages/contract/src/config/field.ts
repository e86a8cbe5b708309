import { factorDemands, passwordProfiles } from "@lilink/model/identity";
import { z } from "zod";
import { defaultRates, rateField } from "./rate.ts";

// Empty means unset: shells and compose files pass empty variables on.
const text = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value));

const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `must be a whole number from ${low} to ${high}`);

const address = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be an address like ${example}`,
    );

const postgres = address(["postgres:", "postgresql:"], "postgres://user:password@host:5432/lilink");
const web = address(["http:", "https:"], "https://lilink.example");

/** `id:base64` with commas between; of 32 bytes each. */
const sealKeys = z
  .string()
  .regex(
    /^[\w-]{1,20}:[A-Za-z0-9+/]{43}=(?:,[\w-]{1,20}:[A-Za-z0-9+/]{43}=)*$/,
    "must be id:base64 of 32 bytes, with commas between",
  )
  .transform((text) =>
    text.split(",").map((one) => {
      const [id = "", key = ""] = one.split(":");
      return { id, key: Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)) };
    }),
  );

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Every variable that the product reads, each with its rule; docs/operations.md lists them. */
export const FIELDS = {
  PORT: whole(1, 65_535).default(3000),
  HOST: z.string().default("localhost"),
  DATA_DIR: z.string().default(".data"),
  PUBLIC_URL: web.optional(),
  DATABASE_URL: postgres,
  WORKER_DATABASE_URL: postgres,
  MIGRATE_DATABASE_URL: postgres,
  DIRECT_DATABASE_URL: postgres.optional(),
  DIRECT_WORKER_DATABASE_URL: postgres.optional(),
  AUTH_SECRET: z
    .string()
    .min(32, "must have at least 32 characters, for example from: openssl rand -base64 33"),
  PASSWORD_PROFILE: z.enum(passwordProfiles, `must be one of ${passwordProfiles.join(", ")}`).default("asvs"),
  SECOND_FACTOR: z
    .enum(factorDemands, `must be one of ${factorDemands.join(", ")}: whose it is demanded of`)
    .default("nobody"),
  TRUSTED_PROXIES: whole(0, 9).default(0),
  RATE_LIMITS: rateField.default(defaultRates),
  CLAMAV_ADDRESS: z
    .string()
    .regex(/^(?:[^\s:/]+|\[[\da-f:]+\]):\d{1,5}$|^\/\S+$/i, "must be host:port or the path of a socket")
    .optional(),
  WEBHOOK_PORTS: z
    .string()
    .regex(/^[1-9]\d{0,4}(?:,[1-9]\d{0,4})*$/, "must be ports with commas between them, such as 443,8443")
    .transform((ports) => ports.split(",").map(Number))
    .refine((ports) => ports.every((port) => port <= 65_535), "must be ports up to 65535")
    .default([443]),
  WEBHOOK_TEST_HOSTS: z
    .string()
    .regex(/^[\w.-]+(?:,[\w.-]+)*$/, "must be host names with commas between them")
    .transform((names) => names.toLowerCase().split(","))
    .optional(),
  STORAGE_QUOTA_MB: whole(1, 1_000_000).default(2000),
  OIDC_ISSUER: web.optional(),
  OIDC_ID: z.string().optional(),
  OIDC_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("OIDC"),
  SMTP_URL: address(["smtp:", "smtps:"], "smtps://user:password@host:465").optional(),
  MAIL_FROM: z.string().default("LiLink <noreply@localhost>"),
  OPERATOR_NAME: z.string().optional(),
  OPERATOR_CONTACT: z.string().optional(),
  ICP_NUMBER: z.string().optional(),
  POLICE_NUMBER: z.string().optional(),
  DISCLOSURE_FILE: z.string().optional(),
  AUDIT_KEY_FILE: z.string().optional(),
  SEAL_KEYS: sealKeys.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
  METRICS_PORT: whole(1, 65_535).optional(),
  WEB_METRICS_PORT: whole(1, 65_535).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: web.optional(),
  LILINK_DEMO: z.enum(["0", "1"], "must be 1 or 0").default("0"),
  LILINK_BARE: z.enum(["0", "1"], "must be 1 or 0").default("0"),
} as const;

export const VARIABLES = Object.keys(FIELDS) as readonly (keyof typeof FIELDS)[];

/** Drops empty values and whatever is not ours, so that a rule sees a value or nothing. */
export function toGiven(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const name of VARIABLES) {
    const value = text.parse(env[name] ?? "");
    if (value !== undefined) given[name] = value;
  }
  return given;
}
