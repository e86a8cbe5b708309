import type { Breach, Module } from "../source/module.ts";
import { isTest } from "../source/read-modules.ts";

const LIMIT = 300;
const TEST_LIMIT = 400;
const P95 = 200;

export function findSizes(modules: readonly Module[]): Breach[] {
  return modules.flatMap(({ path, text }) => {
    const lines = countLines(text);
    const limit = isTest(path) ? TEST_LIMIT : LIMIT;
    return lines <= limit
      ? []
      : [
          {
            path,
            message: `${lines} lines, ${limit} are the most: a second noun is hiding in here, give it a file`,
          },
        ];
  });
}

export function findSpread(modules: readonly Module[]): Breach[] {
  const sizes = modules
    .filter(({ path }) => !isTest(path))
    .map(({ text }) => countLines(text))
    .sort((a, b) => a - b);
  const at = (share: number) => sizes[Math.floor(sizes.length * share)] ?? 0;
  const path = "apps, packages, scripts";
  return [
    ...(at(0.95) > P95
      ? [{ path, message: `one file in twenty has over ${at(0.95)} lines, ${P95} are the most` }]
      : []),
  ];
}

function countLines(text: string): number {
  return text.trimEnd().split("\n").length;
}
