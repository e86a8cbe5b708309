import { describe, expect, it } from "vitest";
import { type SaveState, saveTurns } from "./use-save-loop.ts";

const at = new Date("2026-11-26T00:00:00Z");

/** A text that is typed, and a server that answers each save as told. */
function desk(answers: readonly (null | { readonly code: string })[]) {
  const known = { stopped: false };
  const shown: SaveState["kind"][] = [];
  const sent: string[] = [];
  const text = { typed: "a", saved: "" };
  const save = (meanwhile?: string) =>
    saveTurns({
      known,
      isLeft: () => text.typed !== text.saved,
      saveOne: async () => {
        const words = text.typed;
        const answer = answers[sent.push(words) - 1] ?? null;
        if (meanwhile && sent.length === 1) text.typed = meanwhile;
        if (answer) throw answer;
        text.saved = words;
        return at;
      },
      show: ({ kind }) => void shown.push(kind),
    });
  return { known, shown, sent, text, save };
}

describe("what saves itself", () => {
  it("saves once more what was typed while it saved", async () => {
    const { save, sent, shown } = desk([]);
    expect(await save("ab")).toBe(true);
    expect(sent).toEqual(["a", "ab"]);
    expect(shown).toEqual(["saving", "saved", "saving", "saved"]);
  });

  it.each(["UNAVAILABLE", "NO_SPACE", "INTERNAL", "LIMIT_REACHED"])(
    "keeps what a server did not take for %s, and tries it again",
    async (code) => {
      const { save, sent, shown, text } = desk([{ code }]);
      expect(await save()).toBe(false);
      expect([text.saved, shown.at(-1)]).toEqual(["", "offline"]);
      expect(await save()).toBe(true);
      expect(sent).toEqual(["a", "a"]);
    },
  );

  it("saves nothing over what another wrote until that is settled", async () => {
    const { save, sent, known, shown } = desk([{ code: "CONFLICT" }]);
    expect(await save()).toBe(false);
    expect([known.stopped, shown.at(-1)]).toEqual([true, "conflict"]);
    expect(await save()).toBe(false);
    expect(sent).toEqual(["a"]);
    known.stopped = false;
    expect(await save()).toBe(true);
  });
});
