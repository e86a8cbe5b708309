import { describe, expect, it } from "vitest";
import eleventh from "../../../testing/golden/hands/eleventh-sentences.json" with { type: "json" };
import engineer from "../../../testing/golden/hands/engineer-sentences.json" with { type: "json" };
import ninth from "../../../testing/golden/hands/ninth-sentences.json" with { type: "json" };
import professor from "../../../testing/golden/hands/professor-sentences.json" with { type: "json" };
import purchaser from "../../../testing/golden/hands/purchaser-sentences.json" with { type: "json" };
import recycler from "../../../testing/golden/hands/sealed/recycler-sentences.json" with { type: "json" };
import trader from "../../../testing/golden/hands/sealed/trader-sentences.json" with { type: "json" };
import translator from "../../../testing/golden/hands/sealed/translator-sentences.json" with { type: "json" };
import tenth from "../../../testing/golden/hands/tenth-sentences.json" with { type: "json" };
import { type FormSentence, judgeForm } from "../../../testing/judge-form.ts";

import { hearFields, proposeFields } from "./propose-fields.ts";

type Hand = { readonly role: string; readonly sentences: readonly FormSentence[] };

type Measured = readonly [right: number, wrong: number];

const hands: readonly (readonly [hand: Hand, heard: Measured, filled: Measured])[] = [
  [purchaser, [210, 16], [204, 13]],
  [engineer, [190, 26], [185, 21]],
  [professor, [202, 23], [195, 8]],
  [trader, [210, 16], [204, 11]],
  [recycler, [158, 26], [153, 9]],
  [translator, [225, 12], [225, 7]],
  [ninth, [233, 12], [229, 2]],
  [tenth, [168, 5], [160, 0]],
  [eleventh, [179, 14], [175, 9]],
];

describe("sentences by other hands", { timeout: 30_000 }, () => {
  it.each(hands.map(([hand, heard, filled]) => ({ role: hand.role, hand, heard, filled })))(
    "[MT55] [MT57] [MT90] of the $role: as many fields are right and as few wrong as were measured",
    ({ hand, heard, filled }) => {
      for (const [read, [right, wrong]] of [
        [hearFields, heard],
        [proposeFields, filled],
      ] as const) {
        const verdicts = hand.sentences.map((sentence) => judgeForm(sentence, read(sentence.text)));
        expect(verdicts.reduce((sum, verdict) => sum + verdict.right, 0)).toBeGreaterThanOrEqual(right);
        expect(verdicts.reduce((sum, verdict) => sum + verdict.wrong.length, 0)).toBeLessThanOrEqual(wrong);
      }
    },
  );
});
