import { describe, expect, it } from "vitest";
import engineer from "../../../testing/golden/hands/engineer-sentences.json" with { type: "json" };
import professor from "../../../testing/golden/hands/professor-sentences.json" with { type: "json" };
import purchaser from "../../../testing/golden/hands/purchaser-sentences.json" with { type: "json" };
import recycler from "../../../testing/golden/hands/sealed/recycler-sentences.json" with { type: "json" };
import trader from "../../../testing/golden/hands/sealed/trader-sentences.json" with { type: "json" };
import translator from "../../../testing/golden/hands/sealed/translator-sentences.json" with { type: "json" };
import { type FormSentence, judgeForm } from "../../../testing/judge-form.ts";

type Hand = { readonly role: string; readonly sentences: readonly FormSentence[] };

const hands: readonly (readonly [hand: Hand, right: number, wrong: number])[] = [
  [purchaser, 211, 11],
  [engineer, 188, 26],
  [professor, 201, 23],
  [trader, 195, 15],
  [recycler, 138, 28],
  [translator, 220, 15],
];

describe("sentences by other hands", { timeout: 30_000 }, () => {
  it.each(hands.map(([hand, right, wrong]) => ({ role: hand.role, hand, right, wrong })))(
    "[MT55] [MT57] of the $role: as many fields are right and as few wrong as were measured",
    ({ hand, right, wrong }) => {
      const verdicts = hand.sentences.map((sentence) => judgeForm(sentence));
      expect(verdicts.reduce((sum, verdict) => sum + verdict.right, 0)).toBeGreaterThanOrEqual(right);
      expect(verdicts.reduce((sum, verdict) => sum + verdict.wrong.length, 0)).toBeLessThanOrEqual(wrong);
    },
  );
});
