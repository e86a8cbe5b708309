import { describe, expect, it } from "vitest";
import { toContentPolicy } from "./content-policy.ts";

const directivesOf = (policy: string) =>
  new Map(policy.split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1)] as const));

describe("the content policy", () => {
  it("lets in scripts and style elements by nonce alone, and no other origin", () => {
    const directives = directivesOf(toContentPolicy("abc", { dev: false, https: true }));
    expect(directives.get("script-src")).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
    expect(directives.get("style-src-elem")).toEqual(["'self'", "'nonce-abc'"]);
    expect(directives.get("frame-ancestors")).toEqual(["'none'"]);
    expect([...directives.values()].flat().join(" ")).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it("upgrades addresses only where the page itself came by https", () => {
    expect(toContentPolicy("abc", { dev: false, https: false })).not.toContain("upgrade-insecure-requests");
  });
});
