import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { locales } from "@lilink/i18n";
import { errorCodes } from "@lilink/model/error";
import { apiScopes } from "@lilink/model/policy";
import { describe, expect, it } from "vitest";
import { listOperations } from "../list-operations.ts";
import { openApiDocument } from "./open-api-document.ts";
import type { OperationObject } from "./tell-operation.ts";

const publicUrl = "https://lilink.example.org";
const document = openApiDocument(publicUrl, "en");
const at = (path: string, method: string) =>
  (document.paths?.[path] as Record<string, OperationObject> | undefined)?.[method.toLowerCase()];

/** What the recommended rules of the linter find in a document, warnings included. */
async function lint(given: object): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "lilink-openapi-"));
  try {
    const file = join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(given));
    const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
    const args = [
      join(dirname(manifest), "bin", "cli.js"),
      "lint",
      "--extends",
      "recommended",
      "--format",
      "json",
      file,
    ];
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    // The linter ends with 1 when it found something; its findings are on stdout either way.
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env }).catch(
      (failed: { stdout: string }) => failed,
    );
    const { problems } = JSON.parse(stdout) as { problems: { ruleId: string; message: string }[] };
    return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe("the OpenAPI document", () => {
  it.each(locales)("[RE1] satisfies the public linter in %s", { timeout: 60_000 }, async (locale) => {
    expect(await lint(openApiDocument(publicUrl, locale))).toEqual([]);
  });

  it("[RE1] would not satisfy it with two operations of one name", { timeout: 60_000 }, async () => {
    const text = JSON.stringify(document).replace('"operationId":"goal.list"', '"operationId":"goal.load"');
    expect(await lint(JSON.parse(text))).toEqual([expect.stringContaining("operation-operationId-unique")]);
  });

  it("[RE1] lists of every operation its name, texts, scope and errors, in both languages", () => {
    expect(listOperations().length).toBeGreaterThanOrEqual(27);
    for (const { name, path, method, scope, open, status } of listOperations()) {
      const told = at(path, method);
      expect(told, name).toMatchObject({ operationId: name, tags: [expect.any(String)] });
      const withKey = { organizationKey: scope ? [scope] : [] };
      expect(told?.security, name).toEqual(open ? [withKey, {}] : [withKey]);
      expect(Object.keys(told?.responses ?? {}), name).toEqual(
        expect.arrayContaining([String(status), "401", "403", "404", "422", "500"]),
      );
      if (scope) expect(apiScopes).toContain(scope);
      for (const locale of locales) {
        const paths = openApiDocument(publicUrl, locale).paths as Record<
          string,
          Record<string, OperationObject>
        >;
        const words = paths[path]?.[method.toLowerCase()];
        expect(words?.summary && words.description, `${name} ${locale}`).toBeTruthy();
        for (const parameter of words?.parameters ?? [])
          expect(parameter.description, `${name} ${parameter.name} ${locale}`).toBeTruthy();
      }
    }
  });

  it("[RE1] describes an error by the closed union, and content by the schema that a submission is checked with", () => {
    const schemas = document.components?.schemas as Record<string, { properties: Record<string, object> }>;
    expect(schemas.Error?.properties.code).toMatchObject({ enum: [...errorCodes] });
    expect(Object.keys(schemas.PostingContent?.properties ?? {})).toEqual(
      expect.arrayContaining(["concept", "title", "figures", "volume"]),
    );
    expect(JSON.stringify(at("/postings", "POST"))).toContain("#/components/schemas/PostingContent");
    expect(document.servers).toEqual([{ url: `${publicUrl}/api/v1` }]);
  });
});
