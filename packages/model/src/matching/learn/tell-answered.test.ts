import { describe, expect, it } from "vitest";
import { handWeights } from "../score/weights.ts";
import type { AnswerCell } from "./learn-weights.ts";
import { answeredLike, tellAnswered } from "./tell-answered.ts";
import { featureNames, toVector } from "./weight-vector.ts";

const base = toVector(handWeights)[0] ?? 0;
const text = featureNames.indexOf("text");
const wanted = toVector(handWeights)[text] ?? 1;
/** Answers to pairs for which the weights set by hand foretell a probability. */
const cell = (probability: number, accepted: number, declined: number, organizations = 10): AnswerCell => {
  const logit = Math.log(probability / (1 - probability));
  const features = featureNames.map((_, at) => (at === 0 ? 1 : at === text ? (logit - base) / wanted : 0));
  return { features, accepted, declined, organizations };
};

describe("[MT71] what came of pairs that are taken for alike", () => {
  it("is counted by the span of what was foretold", () => {
    const cells = [cell(0.65, 10, 5), cell(0.79, 5, 0), cell(0.1, 0, 15)];
    expect(tellAnswered(cells, handWeights)).toEqual([
      { from: 0, to: 0.2, answers: 15, wentOn: 0 },
      { from: 0.6, to: 0.8, answers: 20, wentOn: 15 },
    ]);
  });

  it("is not told where too few organizations or voices answered", () => {
    expect(tellAnswered([cell(0.65, 40, 5, 9), cell(0.3, 5, 0)], handWeights)).toEqual([]);
  });

  it("is told beside a match of the span, and beside no other", () => {
    const answered = tellAnswered([cell(0.65, 10, 5), cell(0.95, 10, 0)], handWeights);
    expect(answeredLike(answered, 0.61)).toMatchObject({ answers: 15, wentOn: 10 });
    expect(answeredLike(answered, 1)).toMatchObject({ answers: 10, wentOn: 10 });
    expect(answeredLike(answered, 0.5)).toBeUndefined();
  });
});
