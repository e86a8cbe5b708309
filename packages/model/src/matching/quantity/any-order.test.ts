import fc from "fast-check";
import { describe, expect, it } from "vitest";
import specs from "../../../testing/golden/specs.json" with { type: "json" };
import { judgeSentence } from "../../../testing/judge-sentence.ts";

type Spec = readonly string[];

const zhJoints = ["，", "；", "。", " ", "\n", " / ", "|", "，且", "，同时"];
const enJoints = [", ", "; ", ". ", "\n", " | ", " / "];

function judge(parts: readonly Spec[], joints: readonly string[]): string {
  const text = parts.map(([part = ""], index) => `${index > 0 ? joints[index - 1] : ""}${part}`).join("");
  const { missing, wrong } = judgeSentence([text, parts.map(([, reading]) => reading).join(" | ")]);
  return missing.length + wrong.length > 0 ? `${text} => ${[...missing, ...wrong].join(" | ")}` : "";
}

function anyOf(pool: readonly Spec[], joints: readonly string[]) {
  return fc
    .array(fc.tuple(fc.constantFrom(...pool), fc.constantFrom(...joints)), { minLength: 2, maxLength: 4 })
    .map((drawn) =>
      judge(
        drawn.map(([spec]) => spec),
        drawn.map(([, joint]) => joint),
      ),
    );
}

function shareMissed(pool: readonly Spec[], joints: readonly string[]): readonly string[] {
  return fc.sample(anyOf(pool, joints), { numRuns: 400, seed: 20_270_301 }).filter((miss) => miss !== "");
}

describe("specifications in any order", () => {
  it("[MT53] each of them is read by itself", () => {
    const misses = [...specs.zh, ...specs.en].map((spec) => judge([spec], [])).filter((miss) => miss !== "");
    expect(misses).toEqual([]);
  });

  it.each([
    ["zh", specs.zh, zhJoints],
    ["en", specs.en, enJoints],
    ["mixed", [...specs.zh, ...specs.en], zhJoints],
  ] as const)("[MT53] what stands beside a %s one does not change it: 99 of 100", (_, pool, joints) => {
    const misses = shareMissed(pool, joints);
    expect(misses.length, misses.join("\n")).toBeLessThanOrEqual(4);
  });
});
