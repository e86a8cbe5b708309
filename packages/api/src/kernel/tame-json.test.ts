import fc from "fast-check";
import { expect, it } from "vitest";
import { findJsonFault, jsonBounds } from "./tame-json.ts";

const faultOf = (text: string) => findJsonFault(Buffer.from(text));

it("[RA11] refuses what nests too deep or counts too many, closed or not", () => {
  const { depth, values } = jsonBounds;
  expect(faultOf("[".repeat(depth) + "]".repeat(depth))).toBeNull();
  for (const open of ["[", '{"a":'])
    for (const times of [depth + 1, 100_000]) expect(faultOf(open.repeat(times))).toBe("tooDeep");
  expect(faultOf(`[${"1,".repeat(values)}1]`)).toBe("tooMany");
  expect(faultOf("[],".repeat(values))).toBe("tooMany");
});

it("[RA11] what stands in a text is no structure, whatever it looks like", () => {
  for (const text of ["[".repeat(100), '\\"[{'.repeat(100), "\\\\", "\\".repeat(7), ",".repeat(100_000)])
    expect(faultOf(JSON.stringify({ text, list: [text] }))).toBeNull();
  expect(faultOf(`${JSON.stringify("\\")}${"[".repeat(100)}`)).toBe("tooDeep");
});

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner)))
    : 0;

it("[RA11] counts the depth of any JSON as whoever parses it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 40 }), fc.nat(40), (value, wraps) => {
      let wrapped: unknown = value;
      for (let at = 0; at < wraps; at += 1) wrapped = at % 2 ? [wrapped] : { "[": wrapped };
      expect(faultOf(JSON.stringify(wrapped)) === "tooDeep").toBe(depthOf(wrapped) > jsonBounds.depth);
    }),
  );
});
