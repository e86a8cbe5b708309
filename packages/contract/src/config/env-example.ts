import { factorDemands, passwordProfiles } from "@lilink/model/identity";
import type { z } from "zod";
import { FIELDS, LOG_LEVELS } from "./field.ts";

const head = `# Every setting of LiLink, written from the schema by: npm run env-example
# Copy to .env and start with: node --env-file=.env scripts/start.mjs
# An empty value means unset. docs/operations.md says more about each.
# The start scripts also read SEAL_KEY_FILE and BACKUP_DIR.
`;

const choices: Readonly<Record<string, readonly string[]>> = {
  PASSWORD_PROFILE: passwordProfiles,
  SECOND_FACTOR: factorDemands,
  LOG_LEVEL: LOG_LEVELS,
};

/** The text of `.env.example`: each setting commented out, with its meaning and its default. */
export function toEnvExample(fields: Readonly<Record<string, z.ZodType>> = FIELDS): string {
  const entries = Object.entries(fields).map(([name, field]) => {
    const values = choices[name] ?? [];
    const among = values.length > 0 ? ` One of ${values.join(", ")}.` : "";
    return `# ${field.description ?? ""}${among}\n# ${name}=${toDefault(field)}\n`;
  });
  return [head, ...entries].join("\n");
}

/** What holds when the variable is unset. A default that is not text or number has its table in docs/operations.md. */
function toDefault(field: z.ZodType): string {
  const read = field.safeParse(undefined);
  const value = read.success ? read.data : undefined;
  if (Array.isArray(value)) return value.join(",");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
