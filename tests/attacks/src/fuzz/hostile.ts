import type { Dice } from "./random.ts";

/** JSON texts, each written out, for some cannot be made by JSON.stringify. */
const texts: readonly [string, ...string[]] = [
  "null",
  "true",
  "0",
  "-0",
  "-1",
  "1e308",
  "1e999",
  "-9007199254740993",
  "0.1",
  "[]",
  "{}",
  "[[]]",
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u202e\\u200b\\ufeff"',
  '"\\r\\nSet-Cookie: a=b"',
  `"' or 1=1 --"`,
  `"'; drop table posting; --"`,
  '"1) union all (table session"',
  "\"%' || pg_sleep(9) || '\"",
  '"$1"',
  '"\\\\"',
  '"%_%_%"',
  '"../../../../etc/passwd"',
  '"file:///etc/passwd"',
  '"http://127.0.0.1:1/"',
  `"$${"{7*7}"}{{7*7}}<%= 7*7 %>"`,
  '"<script>alert(1)</script>"',
  '"=HYPERLINK(\\"http://evil.example\\")"',
  '"2026-02-30"',
  '"275760-09-14"',
  '"0000-00-00"',
  '"00000000-0000-0000-0000-000000000000"',
  '"AAAAAAAAAAAA"',
  '"NaN"',
  '"Infinity"',
  '"１２３"',
  '"ﷺ𝒳é́́́́́"',
  '{"__proto__":{"role":"admin"}}',
  '{"constructor":{"prototype":{"role":"admin"}}}',
  '{"then":"x","toString":1,"toJSON":1,"length":-1}',
  '{"$ne":null}',
  "[null,[null,[null]]]",
];

const keys: readonly [string, ...string[]] = [
  "__proto__",
  "constructor",
  "prototype",
  "organizationId",
  "personId",
  "role",
  "verified",
  "status",
  "owner",
  "createdAt",
  "id",
  "a\\u0000",
  "",
];

const metas: readonly [string, ...string[]] = [
  '{"values":{"publicId":["Date"]}}',
  '{"values":{"__proto__.x":["undefined"]}}',
  '{"values":{"a.b.c":["set"]}}',
  '{"values":["map"]}',
  '{"values":[["custom","x"]]}',
  '{"referentialEqualities":[["a"]]}',
  '{"values":{"name":["bigint"]}}',
  '{"v":99,"values":null}',
];

/** One hostile value as JSON text; long and deep ones among them, in sizes that pass the bound of a body. */
export function hostileText(dice: Dice): string {
  const kind = dice.below(12);
  if (kind === 0) return `"${"x".repeat(200 + dice.below(60_000))}"`;
  if (kind === 1) return `"${"锂".repeat(100 + dice.below(9_000))}"`;
  if (kind === 2) return `${"[".repeat(500)}${"]".repeat(500)}`;
  if (kind === 3) return `[${Array.from({ length: 2_000 }, () => '"x"').join()}]`;
  return dice.pick(texts);
}

/** The value as JSON text with one place of it made hostile, keys added or doubled. */
export function twist(dice: Dice, value: unknown): string {
  if (dice.below(12) === 0) return hostileText(dice);
  if (Array.isArray(value)) {
    const at = dice.below(value.length);
    return `[${value.map((one, index) => (index === at ? twist(dice, one) : JSON.stringify(one))).join()}]`;
  }
  if (typeof value !== "object" || value === null) return hostileText(dice);
  const entries = Object.entries(value);
  const at = dice.below(entries.length + 1);
  const written = entries.map(
    ([key, inner], index) =>
      `${JSON.stringify(key)}:${index === at ? twist(dice, inner) : JSON.stringify(inner)}`,
  );
  if (at === entries.length || dice.below(6) === 0) written.push(`"${dice.pick(keys)}":${hostileText(dice)}`);
  const [doubled] = written;
  if (doubled !== undefined && dice.below(10) === 0) written.push(doubled);
  if (dice.below(10) === 0) written.splice(dice.below(written.length), 1);
  return `{${written.join()}}`;
}

/** A body of tRPC around the twisted input, its envelope twisted too at times. */
export function trpcBody(dice: Dice, input: unknown): string {
  const json = twist(dice, input);
  const kind = dice.below(14);
  if (kind === 0) return json;
  if (kind === 1) return `{"json":${json},"meta":${dice.pick(metas)}}`;
  if (kind === 2) return `{"json":${json}`;
  if (kind === 3) return `{"0":{"json":${json}},"1":{"json":null}}`;
  return `{"json":${json}}`;
}

export const contentTypes: readonly [string, ...string[]] = [
  "application/json",
  "application/json",
  "application/json",
  "application/json",
  "application/json; charset=utf-16",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/xml",
  "",
];
