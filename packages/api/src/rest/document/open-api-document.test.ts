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

describe("the OpenAPI document", () => {
  it.each(locales)("[RE1] satisfies the public linter in %s", { timeout: 60_000 }, async (locale) => {
    const folder = await mkdtemp(join(tmpdir(), "lilink-openapi-"));
    try {
      const file = join(folder, "openapi.json");
      await writeFile(file, JSON.stringify(openApiDocument(publicUrl, locale)));
      const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
      const linter = join(dirname(manifest), "bin", "cli.js");
      const args = [linter, "lint", "--extends", "recommended", "--format", "json", file];
      const env = {
        ...process.env,
        REDOCLY_TELEMETRY: "off",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
        NO_COLOR: "1",
      };
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env }).catch(
        (failed: { stdout: string; stderr: string }) => failed,
      );
      const { totals, problems } = JSON.parse(stdout.slice(stdout.indexOf("{"))) as {
        totals: { errors: number; warnings: number };
        problems: { ruleId: string; message: string }[];
      };
      expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
      expect(totals).toMatchObject({ errors: 0, warnings: 0 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("[RE1] tells of every operation its name, texts, scope and errors, in both languages", () => {
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
