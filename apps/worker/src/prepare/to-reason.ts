import { ConfigError } from "@lilink/contract/config";

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "no database server answers there",
  ENOTFOUND: "no such host is known",
  ETIMEDOUT: "the database server does not answer in time",
  "28P01": "the database server refuses the name or the password",
  "28000": "the database server refuses this role",
  "3D000": "the server has no such database",
  "42501":
    "the role lacks a right that it needs; docs/operations.md lists the statements for your own server",
};

/** One line for the operator, without the address, which holds a password. */
export function toReason(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const known = "code" in at && typeof at.code === "string" ? REASONS[at.code] : undefined;
    if (known !== undefined) return `The database cannot be prepared: ${known}.`;
  }
  return `The database cannot be prepared: ${error.message}`;
}
