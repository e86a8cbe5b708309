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

/** Every variable that the product reads, with its rule and one line of meaning; `.env.example` is written from them. */
export const FIELDS = {
  PORT: whole(1, 65_535).default(3000).describe("Port of the web server."),
  HOST: z
    .string()
    .default("localhost")
    .describe("Address it listens on; 0.0.0.0 for all, behind a proxy that speaks TLS."),
  DATA_DIR: z.string().default(".data").describe("Database, files, mail, logs and secrets."),
  PUBLIC_URL: web
    .optional()
    .describe("Address that people use, in letters, links and sign-in; unset: http://localhost:PORT."),
  DATABASE_URL: postgres.describe(
    "The role lilink_app on a PostgreSQL of your own; unset: npm start brings one.",
  ),
  WORKER_DATABASE_URL: postgres.describe("The role lilink_worker."),
  MIGRATE_DATABASE_URL: postgres.describe(
    "The role lilink_owner, past a pooler; the preparing step alone uses it.",
  ),
  TRACE_DATABASE_URL: postgres
    .optional()
    .describe(
      "A PostgreSQL of their own for the batteries, as the owner of their tables; unset: with all else.",
    ),
  DIRECT_DATABASE_URL: postgres
    .optional()
    .describe("The app's role past a pooler, for LISTEN; unset: DATABASE_URL."),
  DIRECT_WORKER_DATABASE_URL: postgres
    .optional()
    .describe("The worker's role past a pooler, for LISTEN; unset: WORKER_DATABASE_URL."),
  AUTH_SECRET: z
    .string()
    .min(32, "must have at least 32 characters, for example from: openssl rand -base64 33")
    .describe("Signs sessions; at least 32 characters, such as from: openssl rand -base64 33."),
  PASSWORD_PROFILE: z
    .enum(passwordProfiles, `must be one of ${passwordProfiles.join(", ")}`)
    .default("asvs")
    .describe("Rules of new passwords."),
  SECOND_FACTOR: z
    .enum(factorDemands, `must be one of ${factorDemands.join(", ")}: whose it is demanded of`)
    .default("nobody")
    .describe("Who must use a second factor."),
  TRUSTED_PROXIES: whole(0, 9)
    .default(0)
    .describe("How many proxies of yours stand before the web server, 0 to 9."),
  RATE_LIMITS: rateField
    .default(defaultRates)
    .describe("Limits that differ from the defaults, such as search.person=300/m."),
  CLAMAV_ADDRESS: z
    .string()
    .regex(/^(?:[^\s:/]+|\[[\da-f:]+\]):\d{1,5}$|^\/\S+$/i, "must be host:port or the path of a socket")
    .optional()
    .describe("A clamd that scans files, host:port or the path of its socket."),
  WEBHOOK_PORTS: z
    .string()
    .regex(/^[1-9]\d{0,4}(?:,[1-9]\d{0,4})*$/, "must be ports with commas between them, such as 443,8443")
    .transform((ports) => ports.split(",").map(Number))
    .refine((ports) => ports.every((port) => port <= 65_535), "must be ports up to 65535")
    .default([443])
    .describe("Ports of public hosts that webhooks may go to, with commas between."),
  WEBHOOK_TEST_HOSTS: z
    .string()
    .regex(/^[\w.-]+(?:,[\w.-]+)*$/, "must be host names with commas between them")
    .transform((names) => names.toLowerCase().split(","))
    .optional()
    .describe("Private hosts that webhooks may go to; for tests on this machine alone."),
  STORAGE_QUOTA_MB: whole(1, 1_000_000)
    .default(2000)
    .describe("Attachments that one organization may store."),
  OIDC_ISSUER: web
    .optional()
    .describe("An identity provider; set OIDC_ISSUER, OIDC_ID and OIDC_SECRET, or none."),
  OIDC_ID: z.string().optional().describe("Client id at the identity provider."),
  OIDC_SECRET: z.string().optional().describe("Client secret at the identity provider."),
  OIDC_NAME: z.string().default("OIDC").describe("What its button says."),
  SMTP_URL: address(["smtp:", "smtps:"], "smtps://user:password@host:465")
    .optional()
    .describe("Mail server, smtps://user:password@host:465; unset: letters land in DATA_DIR/mail."),
  MAIL_FROM: z.string().default("LiLink <noreply@localhost>").describe("Sender of letters."),
  OPERATOR_NAME: z.string().optional().describe("Who runs this exchange, as /terms and /privacy name them."),
  OPERATOR_CONTACT: z.string().optional().describe("Where people ask for copies or deletion of their data."),
  ICP_NUMBER: z.string().optional().describe("ICP filing number in the footer."),
  POLICE_NUMBER: z.string().optional().describe("Police filing number in the footer."),
  DISCLOSURE_FILE: z
    .string()
    .optional()
    .describe("Secret parameters of disclosure control; the worker alone may read the file."),
  AUDIT_KEY_FILE: z
    .string()
    .optional()
    .describe("Ed25519 key that signs the audit; the worker alone may read the file."),
  SEAL_KEYS: sealKeys
    .optional()
    .describe("Keys that seal secrets in the database, id:base64, the present one first."),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`)
    .default("info")
    .describe("How much the logs say."),
  METRICS_PORT: whole(1, 65_535)
    .optional()
    .describe("The worker serves metrics at 127.0.0.1:PORT/metrics; unset: none."),
  WEB_METRICS_PORT: whole(1, 65_535)
    .optional()
    .describe("The web server serves metrics at 127.0.0.1:PORT/metrics; unset: none."),
  WEB_PROCESSES: whole(1, 32)
    .optional()
    .describe(
      "Processes that answer at PORT; unset: one for each core but one, 4 at most, one for each 4 GB.",
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: web
    .optional()
    .describe("A collector of traces, such as http://127.0.0.1:4318; unset: no traces."),
  LILINK_DEMO: z
    .enum(["0", "1"], "must be 1 or 0")
    .default("0")
    .describe("1 loads the demo accounts and postings; this machine only."),
  LILINK_BARE: z
    .enum(["0", "1"], "must be 1 or 0")
    .default("0")
    .describe("1 serves the bare pages that npm run load measures against."),
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
