import { z } from "zod";
import { FIELDS, toGiven } from "./field.ts";

type Env = Readonly<Record<string, string | undefined>>;

const {
  DATABASE_URL,
  WORKER_DATABASE_URL,
  MIGRATE_DATABASE_URL,
  AUTH_SECRET,
  DISCLOSURE_FILE,
  AUDIT_KEY_FILE,
  ...shared
} = FIELDS;

const webSchema = rule(z.object({ ...shared, DATABASE_URL, AUTH_SECRET }));
const workerSchema = rule(z.object({ ...shared, WORKER_DATABASE_URL, DISCLOSURE_FILE, AUDIT_KEY_FILE }));
const prepareSchema = rule(
  z.object({
    ...shared,
    DATABASE_URL,
    WORKER_DATABASE_URL,
    MIGRATE_DATABASE_URL,
    AUTH_SECRET,
    DISCLOSURE_FILE,
  }),
);

/** What is wrong with the configuration: every fault at once, each with its variable, none with a secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The configuration is not usable: ${faults.join("; ")}.`);
    this.faults = faults;
  }
}

/** The configuration of the web process. */
export function readConfig(env: Env) {
  const given = parse(webSchema, env);
  return {
    ...toShared(given),
    databaseUrl: given.DATABASE_URL,
    directDatabaseUrl: given.DIRECT_DATABASE_URL ?? given.DATABASE_URL,
    authSecret: given.AUTH_SECRET,
    passwordProfile: given.PASSWORD_PROFILE,
    factorDemand: given.SECOND_FACTOR,
    trustedProxies: given.TRUSTED_PROXIES,
    rates: given.RATE_LIMITS,
    clamavAddress: given.CLAMAV_ADDRESS,
    storageQuota: given.STORAGE_QUOTA_MB * 1_000_000,
    ...(given.WEB_METRICS_PORT === undefined ? {} : { metricsPort: given.WEB_METRICS_PORT }),
  };
}

/** The configuration of the worker process. */
export function readWorkerConfig(env: Env) {
  const given = parse(workerSchema, env);
  return {
    ...toShared(given),
    ...(given.DISCLOSURE_FILE === undefined ? {} : { disclosureFile: given.DISCLOSURE_FILE }),
    ...(given.AUDIT_KEY_FILE === undefined ? {} : { auditKeyFile: given.AUDIT_KEY_FILE }),
    ...(given.METRICS_PORT === undefined ? {} : { metricsPort: given.METRICS_PORT }),
    databaseUrl: given.WORKER_DATABASE_URL,
    directDatabaseUrl: given.DIRECT_WORKER_DATABASE_URL ?? given.WORKER_DATABASE_URL,
  };
}

/** The configuration of the step that migrates and seeds. */
export function readPrepareConfig(env: Env) {
  const given = parse(prepareSchema, env);
  return {
    ...toShared(given),
    databaseUrl: given.DATABASE_URL,
    workerDatabaseUrl: given.WORKER_DATABASE_URL,
    migrateDatabaseUrl: given.MIGRATE_DATABASE_URL,
    authSecret: given.AUTH_SECRET,
    disclosureFile: given.DISCLOSURE_FILE,
  };
}

export type Config = ReturnType<typeof readConfig>;
export type WorkerConfig = ReturnType<typeof readWorkerConfig>;
export type PrepareConfig = ReturnType<typeof readPrepareConfig>;

type Shared = z.output<z.ZodObject<typeof shared>>;

function toShared(given: Shared) {
  const { OIDC_ISSUER: issuer, OIDC_ID: id, OIDC_SECRET: secret, OIDC_NAME: name } = given;
  return {
    port: given.PORT,
    host: given.HOST,
    dataDir: given.DATA_DIR,
    publicUrl: toPublicUrl(given),
    ...(issuer && id && secret ? { oidc: { issuer, id, secret, name } } : {}),
    ...(given.SMTP_URL === undefined ? {} : { smtpUrl: given.SMTP_URL }),
    traceUrl: given.TRACE_DATABASE_URL,
    mailFrom: given.MAIL_FROM,
    sealKeys: given.SEAL_KEYS ?? [],
    traceEndpoint: given.OTEL_EXPORTER_OTLP_ENDPOINT,
    operatorName: given.OPERATOR_NAME,
    operatorContact: given.OPERATOR_CONTACT,
    icpNumber: given.ICP_NUMBER,
    policeNumber: given.POLICE_NUMBER,
    logLevel: given.LOG_LEVEL,
    webhookTargets: { ports: given.WEBHOOK_PORTS, testHosts: given.WEBHOOK_TEST_HOSTS ?? [] },
    demo: given.LILINK_DEMO === "1",
    bare: given.LILINK_BARE === "1",
  };
}

function toPublicUrl(given: { PUBLIC_URL?: string | undefined; PORT: number }): string {
  return (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, "");
}

function rule<Output extends Shared>(schema: z.ZodType<Output>): z.ZodType<Output> {
  return schema.superRefine((given, report) => {
    const oidc = [given.OIDC_ISSUER, given.OIDC_ID, given.OIDC_SECRET].filter(Boolean).length;
    if (oidc === 1 || oidc === 2) {
      report.addIssue({
        code: "custom",
        path: ["OIDC_ISSUER"],
        message: "goes with OIDC_ID and OIDC_SECRET, all three or none",
      });
    }
    const open = [new URL(toPublicUrl(given)).hostname, given.HOST].find((host) => !isLoopback(host));
    if (given.WEBHOOK_TEST_HOSTS && open !== undefined) {
      report.addIssue({
        code: "custom",
        path: ["WEBHOOK_TEST_HOSTS"],
        message: `is for tests on this machine alone, and PUBLIC_URL or HOST names ${open}`,
      });
    }
    if (given.LILINK_DEMO !== "1") return;
    if (open !== undefined) {
      report.addIssue({
        code: "custom",
        path: ["LILINK_DEMO"],
        message: `the demo accounts are for this machine alone, and PUBLIC_URL or HOST names ${open}: unset LILINK_DEMO, or use localhost`,
      });
    }
  });
}

function isLoopback(host: string): boolean {
  return ["localhost", "127.0.0.1", "::1", "[::1]"].includes(host);
}

function parse<Output>(schema: z.ZodType<Output>, env: Env): Output {
  const result = schema.safeParse(toGiven(env));
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = issue.path.join(".");
      const missing = issue.code === "invalid_type" && toGiven(env)[name] === undefined;
      return `${name} ${missing ? "is missing" : issue.message}`;
    }),
  );
}
