import fc from "fast-check";
import { expect, it } from "vitest";
import { toSqlText, toSqlVerb } from "./sql-text.ts";

it.each([
  ["select * from app.become('session', '8f-1', null)", "select * from app.become(?, ?, null)"],
  [
    "update x set a = $1, n = 12 where b = 'it''s' and c10 = 3.5",
    "update x set a = $1, n = ? where b = ? and c10 = ?",
  ],
  [" select E'a\\'b',\n $tag$ hush $tag$ ", "select ?, ?"],
  ["select 'never closed", "select ?"],
])("[OB3] holds the text of a statement and none of its values: %s", (given, text) => {
  expect(toSqlText(given)).toBe(text);
});

it("[OB3] contains nothing of any quoted text", () => {
  const word = fc.string({ unit: fc.constantFrom("q", "'", "\\", "$", " ", "7"), maxLength: 12 });
  fc.assert(
    fc.property(word, (value) => {
      const statement = `select a from t where b = '${value.replaceAll("'", "''")}' and c = 1`;
      expect(toSqlText(statement)).not.toMatch(/[q7]/);
    }),
  );
});

it("names a statement by one of a few words", () => {
  expect(["select 1", "/* */ insert into x", "drop table x"].map(toSqlVerb)).toEqual([
    "SELECT",
    "INSERT",
    "SQL",
  ]);
});
