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
import thirteenth from "../../../testing/golden/hands/thirteenth-sentences.json" with { type: "json" };
import twelfth from "../../../testing/golden/hands/twelfth-sentences.json" with { type: "json" };
import { type FormSentence, judgeForm } from "../../../testing/judge-form.ts";

import { hearFields, proposeFields } from "./propose-fields.ts";

type Hand = { readonly role: string; readonly sentences: readonly FormSentence[] };

type Measured = readonly [right: number, wrong: number];

const hands: readonly (readonly [hand: Hand, heard: Measured, filled: Measured])[] = [
  [purchaser, [211, 17], [203, 13]],
  [engineer, [192, 26], [185, 21]],
  [professor, [202, 22], [195, 9]],
  [trader, [216, 18], [206, 13]],
  [recycler, [160, 27], [153, 10]],
  [translator, [228, 14], [224, 8]],
  [ninth, [235, 12], [233, 1]],
  [tenth, [170, 5], [164, 0]],
  [eleventh, [180, 14], [176, 8]],
  [twelfth, [159, 28], [157, 15]],
  [thirteenth, [171, 26], [170, 4]],
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
