import { describe, expect, it, vi } from "vitest";
import { LilinkError } from "./index.ts";

describe("the error that a caller gets", () => {
  it("is known by every copy of the module, and nothing else is", async () => {
    vi.resetModules();
    const copy = await import("./index.ts");
    expect(copy.LilinkError).not.toBe(LilinkError);
    expect(new copy.LilinkError("LIMIT_REACHED")).toBeInstanceOf(LilinkError);
    expect(new LilinkError("NOT_FOUND")).toBeInstanceOf(copy.LilinkError);
    for (const other of [new Error("NOT_FOUND"), { code: "NOT_FOUND" }, null, "NOT_FOUND"])
      expect(other instanceof LilinkError).toBe(false);
  });

  it("is not every class that is made from it", () => {
    class Special extends LilinkError {}
    expect(new Special("NOT_FOUND")).toBeInstanceOf(LilinkError);
    expect(new Special("NOT_FOUND")).toBeInstanceOf(Special);
    expect(new LilinkError("NOT_FOUND")).not.toBeInstanceOf(Special);
  });
});
