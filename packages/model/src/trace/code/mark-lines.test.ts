import { describe, expect, it } from "vitest";
import { markLines } from "./mark-lines.ts";

const say = ({ verdict }: { readonly verdict: string }) => [verdict, "a,b"];

describe("a file of codes", () => {
  it("[TR6] comes back as it was, each line with its findings", () => {
    const file = 'no,code,note\n1,ZZ1PE01A1B2C3DC5H0000001,x\n2,"ZZ1PE01A1B2C3DC2Y0000001",y\n\n';
    const { text, faults } = markLines(file, ["result", "why"], say);
    expect(text.split("\r\n")).toEqual([
      "no,code,note,result,why",
      '1,ZZ1PE01A1B2C3DC5H0000001,x,accept,"a,b"',
      '2,"ZZ1PE01A1B2C3DC2Y0000001",y,reject,"a,b"',
      "",
      "",
    ]);
    expect(faults).toBe(1);
  });

  it("[TR6] without a heading, with one column or with tabs", () => {
    expect(markLines("ZZ1PE01A1B2C3DC5H0000001", ["r"], () => ["ok"]).text).toBe(
      "ZZ1PE01A1B2C3DC5H0000001,ok",
    );
    expect(markLines("a\tZZ1PE01A1B2C3DC5H0000001", ["r"], () => ["ok"]).text).toBe(
      "a\tZZ1PE01A1B2C3DC5H0000001\tok",
    );
    expect(markLines("ZZ1PE01A1B2C3DI5H0000001\n", ["r"], say).faults).toBe(1);
  });
});
