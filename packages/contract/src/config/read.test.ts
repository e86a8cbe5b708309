import { describe, expect, it } from "vitest";
import { ConfigError, readConfig, readPrepareConfig, readWorkerConfig } from "./read.ts";

const WEB = {
  DATABASE_URL: "postgres://lilink_app:x@127.0.0.1:5432/lilink",
  AUTH_SECRET: "0123456789012345678901234567890123456789",
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe("the configuration", () => {
  it("has a default for all but the database and the secret", () => {
    expect(readConfig(WEB)).toMatchObject({
      port: 3000,
      host: "localhost",
      dataDir: ".data",
      publicUrl: "http://localhost:3000",
      directDatabaseUrl: WEB.DATABASE_URL,
      logLevel: "info",
      demo: false,
    });
  });

  it("[WH5] opens port 443 to webhooks, or those that are named", () => {
    expect(readConfig(WEB).webhookTargets).toEqual({ ports: [443], testHosts: [] });
    expect(readConfig({ ...WEB, WEBHOOK_PORTS: "443,8443" }).webhookTargets.ports).toEqual([443, 8443]);
    for (const wrong of ["0", "443;8443", "70000"])
      expect(faultsOf({ ...WEB, WEBHOOK_PORTS: wrong })).toEqual([
        expect.stringMatching(/^WEBHOOK_PORTS must be ports/),
      ]);
  });

  it("names every fault at once, by its variable", () => {
    expect(faultsOf({ PORT: "80x", LOG_LEVEL: "loud" })).toEqual([
      "PORT must be a whole number from 1 to 65535",
      "LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent",
      "DATABASE_URL is missing",
      "AUTH_SECRET is missing",
    ]);
  });

  it("never repeats a secret in a fault", () => {
    const faults = faultsOf({ ...WEB, AUTH_SECRET: "tooshort", DATABASE_URL: "mysql://u:hush@h/d" });
    expect(faults.join()).not.toMatch(/tooshort|hush/);
    expect(faults).toHaveLength(2);
  });

  it("takes an empty variable for an unset one", () => {
    expect(readConfig({ ...WEB, PORT: " ", SMTP_URL: "" })).toMatchObject({ port: 3000 });
  });

  it("takes the three OIDC variables together or not at all", () => {
    expect(faultsOf({ ...WEB, OIDC_ID: "a" })).toEqual([
      "OIDC_ISSUER goes with OIDC_ID and OIDC_SECRET, all three or none",
    ]);
    expect(
      readConfig({ ...WEB, OIDC_ISSUER: "https://id.example", OIDC_ID: "a", OIDC_SECRET: "b" }).oidc,
    ).toEqual({ issuer: "https://id.example", id: "a", secret: "b", name: "OIDC" });
  });

  it.each([{ PUBLIC_URL: "https://lilink.example" }, { HOST: "0.0.0.0" }])(
    "refuses the demo accounts beyond this machine: %o",
    (open) => {
      expect(faultsOf({ ...WEB, ...open, LILINK_DEMO: "1" })[0]).toMatch(/^LILINK_DEMO the demo accounts/);
      expect(faultsOf({ ...WEB, ...open })).toEqual([]);
    },
  );

  it("takes a second address past a pooler, for each process its own", () => {
    const direct = "postgres://x:x@server/lilink";
    expect(readConfig({ ...WEB, DIRECT_DATABASE_URL: direct })).toMatchObject({
      databaseUrl: WEB.DATABASE_URL,
      directDatabaseUrl: direct,
    });
    expect(
      readWorkerConfig({ WORKER_DATABASE_URL: WEB.DATABASE_URL, DIRECT_WORKER_DATABASE_URL: direct }),
    ).toMatchObject({ databaseUrl: WEB.DATABASE_URL, directDatabaseUrl: direct });
  });

  it("[RL11] names the secret parameters only to the worker", () => {
    const given = {
      ...WEB,
      WORKER_DATABASE_URL: WEB.DATABASE_URL,
      DISCLOSURE_FILE: "/etc/lilink/disclosure.json",
    };
    expect(JSON.stringify(readConfig(given))).not.toContain("disclosure");
    expect(readWorkerConfig(given).disclosureFile).toBe("/etc/lilink/disclosure.json");
  });

  it("gives each process its own address of the database and no other", () => {
    const worker = readWorkerConfig({ WORKER_DATABASE_URL: "postgres://lilink_worker:x@h/lilink" });
    expect(worker.databaseUrl).toBe("postgres://lilink_worker:x@h/lilink");
    expect(worker.directDatabaseUrl).toBe(worker.databaseUrl);
    expect(() => readPrepareConfig(WEB)).toThrow(/MIGRATE_DATABASE_URL is missing/);
  });
});
