import { expect, it, vi } from "vitest";

it("what the server has leaves the device, but not while the next page is on its way", async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal("window", new EventTarget());
  // Another test of this process may have read the file where there is no window.
  vi.resetModules();
  vi.useFakeTimers({ now: 0 });
  try {
    const { forgetSaved, isLeaving, keepCopy, readCopy } = await import("./local-copy.ts");
    keepCopy("a", { text: "x" }, 1);
    forgetSaved("a");
    expect([isLeaving(), readCopy("a")]).toEqual([false, null]);
    keepCopy("a", { text: "y" }, 2);
    window.dispatchEvent(new Event("beforeunload"));
    forgetSaved("a");
    expect([isLeaving(), readCopy("a")]).toEqual([true, { values: { text: "y" }, at: 2 }]);
    // A download begins like a leaving; whoever is still here after a minute did not leave.
    vi.setSystemTime(60_000);
    forgetSaved("a");
    expect([isLeaving(), readCopy("a")]).toEqual([false, null]);
  } finally {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }
});
