import { expect, it } from "vitest";
import { forgetKept } from "./forget-kept.ts";

function createStorage(entries: Record<string, string>): Storage {
  const kept = new Map(Object.entries(entries));
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

it("[PE6] signing out leaves nothing that was typed on the device", () => {
  const local = createStorage({ "lilink-draft:a": "x", "lilink-posting:p:q": "y", theme: "dark" });
  const session = createStorage({ "lilink-pasted:q": "z" });
  forgetKept([local, session]);
  expect([local.length, local.getItem("theme"), session.length]).toEqual([1, "dark", 0]);
});
