import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDocument } from "../../../testing/match-document.ts";
import type { Figure, MatchDocument } from "../document.ts";
import { sideOf } from "../relate/side-of-pair.ts";
import { judgePair, type PairMemo } from "./judge-pair.ts";
import { rankCandidates } from "./rank-candidates.ts";
import { handWeights as weights } from "./weights.ts";

const need = anyDocument("need");
const capability = anyDocument("capability");
const base: MatchDocument = {
  id: "n",
  kind: "need",
  concepts: ["lfp"],
  title: "",
  body: "",
  lang: "zh",
  figures: [],
};
const purity: Figure = { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true };

/** The same figure with a limit that accepts less. */
function tighten(figure: Figure, share: number): Figure {
  const [low, high] = [Number(figure.value), Number(figure.high ?? figure.value)];
  const step = (high - low) * (share / 2);
  if (figure.op === ">=") return { ...figure, hard: true, value: (low + Math.abs(low) * share).toFixed(4) };
  if (figure.op === "<=") return { ...figure, hard: true, value: (low - Math.abs(low) * share).toFixed(4) };
  if (figure.op === "range")
    return { ...figure, hard: true, value: (low + step).toFixed(6), high: (high - step).toFixed(6) };
  return { ...figure, hard: true };
}

describe("judging a pair", { timeout: 30_000 }, () => {
  it("[MT9] the weights of the reasons add up to the logit of the score", () => {
    fc.assert(
      fc.property(anyDocument(), anyDocument(), anyDocument(), (own, other, open) => {
        if (own.kind === other.kind) return;
        const { score, reasons } = judgePair(own, other, { ...open, kind: own.kind });
        const sum = reasons.reduce((total, { weight }) => total + weight, 0);
        expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(score, 9);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThan(1);
      }),
    );
  });

  it("[MT17] one or two limits missed by a quarter are a near miss, three or a wider gap are none", () => {
    const limits = ["purity", "first_eff", "recovery"];
    const figuresOf = (values: readonly string[]) =>
      values.map((value, at) => ({ ...purity, attribute: limits[at] ?? "", value }));
    const isNear = (asked: readonly string[], given: readonly string[]) => {
      const offer: MatchDocument = { ...base, id: "c", kind: "capability", figures: figuresOf(given) };
      const { nearMiss, breaksHard } = judgePair({ ...base, figures: figuresOf(asked) }, offer, base);
      return [nearMiss, breaksHard];
    };
    expect(isNear(["99.6"], ["99.5"])).toEqual([true, true]);
    expect(isNear(["99.6", "80"], ["99.5", "79"])).toEqual([true, true]);
    expect(isNear(["99.6", "80", "88"], ["99.5", "79", "87"])).toEqual([false, true]);
    expect(isNear(["99.6"], ["99.0"])).toEqual([false, true]);
    expect(isNear(["99.6"], ["99.6"])).toEqual([false, false]);
  });

  it("[MT14] a stricter need never gains", () => {
    fc.assert(
      fc.property(
        need,
        capability,
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.nat(3),
        (asked, offer, share, at) => {
          const figures = asked.figures.map((figure, index) =>
            index === at ? tighten(figure, share) : figure,
          );
          const stricter = { ...asked, figures };
          const before = judgePair(asked, offer, asked).score;
          expect(judgePair(stricter, offer, stricter).score).toBeLessThanOrEqual(before + 1e-12);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("[MT14] one requirement more never gains", () => {
    fc.assert(
      fc.property(need, capability, anyDocument("need"), (asked, offer, more) => {
        const known = new Set(asked.figures.map(({ attribute }) => attribute));
        const figures = [...asked.figures, ...more.figures.filter(({ attribute }) => !known.has(attribute))];
        const before = judgePair(asked, offer, asked).score;
        const stricter = {
          ...asked,
          figures,
          trl: asked.trl ?? more.trl,
          cooperation: asked.cooperation ?? more.cooperation,
        };
        expect(judgePair(stricter, offer, stricter).score).toBeLessThanOrEqual(before + 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it("[MT15] a score depends only on the given documents, however often and beside whatever others it is asked", () => {
    fc.assert(
      fc.property(
        need,
        fc.uniqueArray(capability, { minLength: 2, maxLength: 6, selector: ({ id }) => id }),
        (own, offers) => {
          const all = rankCandidates(own, own, offers, { limit: 9 });
          for (const { id, result } of [...all.matches, ...all.nearMisses, ...all.broken]) {
            const offer = offers.find((one) => one.id === id);
            if (offer) expect(judgePair({ ...own }, { ...offer }, own)).toEqual(result);
          }
          expect(rankCandidates(own, own, [...offers].reverse(), { limit: 9 })).toEqual(all);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("[MT16] the other side is judged by what every member may read", () => {
    const offer: MatchDocument = { ...base, id: "c", kind: "capability" };
    const secret: MatchDocument = { ...base, figures: [purity] };
    const asked = judgePair(secret, offer, base);
    const open = judgePair(base, offer, base);
    expect(asked.inclination.other).toBe(open.inclination.other);
    expect(asked.inclination.own).toBeLessThan(open.inclination.own);
    const partner: MatchDocument = { ...offer, figures: [purity] };
    expect(judgePair(secret, partner, secret, offer).inclination.other).toBe(
      judgePair(secret, offer, secret).inclination.other,
    );
  });

  it("[MT12] an open hard figure yields one question, to the side that can answer it", () => {
    const offer: MatchDocument = { ...base, id: "c", kind: "capability" };
    const asked: MatchDocument = { ...base, figures: [{ ...purity, hard: false }, purity] };
    expect(judgePair(asked, offer, asked).question).toEqual({ code: "ask_figure", attribute: "purity" });
    expect(judgePair(offer, asked, offer).question).toEqual({ code: "state_figure", attribute: "purity" });
    expect(judgePair(base, offer, base)).not.toHaveProperty("question");
  });

  it("[MT13] cooperation and delivery: met, kindred, open, missed", () => {
    const score = (wanted: Partial<MatchDocument>, given: Partial<MatchDocument>) =>
      judgePair(
        { ...base, ...wanted },
        { ...base, id: "c", kind: "capability", ...given },
        { ...base, ...wanted },
      );
    const met = score({ cooperation: ["supply"] }, { cooperation: ["supply"] }).score;
    const open = score({ cooperation: ["supply"] }, {}).score;
    const kindred = score({ cooperation: ["supply"] }, { cooperation: ["toll"] }).score;
    const missed = score({ cooperation: ["supply"] }, { cooperation: ["training"] }).score;
    expect([met > open, open > kindred, kindred > missed]).toEqual([true, true, true]);
    const volume = { amount: "1", unit: "t/a", from: "2027-01-01", to: "2027-12-31" };
    const later = score({ volume }, { volume: { amount: "1", unit: "t/a", from: "2028-01-01" } });
    expect(later.reasons.map(({ code }) => code)).toContain("delivery_fail");
  });

  it("[MT13] [PO24] a need at home with offtake meets the offer of a project abroad", () => {
    const own: MatchDocument = {
      ...base,
      concepts: ["spodumene-conc"],
      cooperation: ["offtake"],
      region: "51",
    };
    const project: MatchDocument = { ...own, id: "c", kind: "capability", region: "ZW" };
    const score = (given: Partial<MatchDocument>) => judgePair(own, { ...project, ...given }, own).score;
    const codes = judgePair(own, project, own).reasons.map(({ code }) => code);
    expect(codes).toContain("cooperation_pass");
    expect(codes).not.toContain("region_same");
    const [met, kin, missed] = [
      score({}),
      score({ cooperation: ["supply"] }),
      score({ cooperation: ["licence"] }),
    ];
    expect([met > kin, kin > missed]).toEqual([true, true]);
    expect(judgePair({ ...own, region: "ZW" }, project, own).reasons.map(({ code }) => code)).toContain(
      "region_same",
    );
  });

  it("[MT4] what the need rules out is no match", () => {
    const asked: MatchDocument = { ...base, title: "求正极材料,不含磷酸铁锂", concepts: ["ncm811"] };
    const result = judgePair(asked, { ...base, id: "c", kind: "capability" }, asked);
    expect(result.breaksHard).toBe(true);
    expect(result.reasons).toContainEqual({
      code: "concept_excluded",
      params: { concept: "lfp" },
      weight: -weights.excluded,
    });
  });

  it("[MT8] relations are named, and turn round with the reader", () => {
    const asked: MatchDocument = { ...base, concepts: ["li2co3-batt"] };
    const maker: MatchDocument = { ...base, id: "c", kind: "capability", concepts: ["li2co3-tech"] };
    expect(judgePair(asked, maker, asked).relation).toMatchObject({
      code: "input",
      direction: "upstream",
      via: "bicarbonation",
    });
    expect(judgePair(maker, asked, maker).relation).toMatchObject({
      code: "input",
      direction: "downstream",
      own: "li2co3-tech",
    });
  });

  it("[MT43] a licence is asked of what can be licensed", () => {
    const asked: MatchDocument = { ...base, cooperation: ["licence"] };
    const codes = (given: Partial<MatchDocument>) =>
      judgePair(asked, { ...base, id: "c", kind: "capability", ...given }, asked).reasons.map(
        ({ code }) => code,
      );
    expect(codes({ ipStatus: "granted" })).toContain("ip_pass");
    expect(codes({ ipStatus: "applied" })).toContain("ip_partial");
    expect(codes({ ipStatus: "none" })).toContain("ip_fail");
    expect(codes({})).toContain("ip_unknown");
  });

  it("[MT44] goods whose transport is regulated are named, and what refuses them is served by none", () => {
    const offer: MatchDocument = { ...base, id: "c", kind: "capability", concepts: ["cell-blade"] };
    const asked: MatchDocument = { ...base, concepts: ["cell-blade"] };
    const result = judgePair(asked, offer, asked);
    expect(result.reasons).toContainEqual({
      code: "transport_unknown",
      params: { conceptOffer: "cell-blade", un: "UN 3480" },
      weight: -weights.transport.open,
    });
    const refusing = { ...asked, body: "不接受危险品" };
    expect(judgePair(refusing, offer, refusing).score).toBeLessThan(result.score);
    const ready = { ...offer, body: "UN38.3 tested" };
    expect(judgePair(asked, ready, asked).reasons.map(({ code }) => code)).toContain("transport_pass");
    expect(judgePair(base, { ...base, id: "c", kind: "capability" }, base).reasons).not.toContainEqual(
      expect.objectContaining({ code: "transport_unknown" }),
    );
  });

  it("[MT42] volumes meet by the year, over their window, and by the lithium in them", () => {
    const volumeOf = (asked: Partial<MatchDocument>, given: Partial<MatchDocument>) => {
      const own: MatchDocument = { ...base, concepts: ["li2co3-batt"], ...asked };
      const offer: MatchDocument = { ...own, volume: undefined, id: "c", kind: "capability", ...given };
      return judgePair(own, offer, own).verdicts[0]?.verdict;
    };
    const window = { from: "2027-01-01", to: "2027-06-30" };
    const half = { volume: { amount: "2000", unit: "t", ...window } };
    expect(volumeOf(half, { volume: { amount: "5", unit: "kt/a" } })).toBe("pass");
    expect(volumeOf(half, { volume: { amount: "3", unit: "kt/a" } })).toBe("fail");
    const lce = { volume: { amount: "1000", unit: "t LCE/a" } };
    expect(volumeOf(lce, { volume: { amount: "1000", unit: "t/a" } })).toBe("pass");
    const hydroxide = (amount: string) => ({ concepts: ["lioh-batt"], volume: { amount, unit: "t/a" } });
    expect(volumeOf(lce, hydroxide("1000"))).toBe("fail");
    expect(volumeOf(lce, hydroxide("1200"))).toBe("pass");
    expect(
      volumeOf({ volume: { amount: "5", unit: "10k m2" } }, { volume: { amount: "60000", unit: "m2/a" } }),
    ).toBe("pass");
    expect(volumeOf({ volume: { amount: "5", unit: "t/d" } }, { volume: { amount: "6", unit: "t/a" } })).toBe(
      "unknown",
    );
  });

  it("[MT49] a condition in words that the offer leaves open is unknown and yields the one question", () => {
    const asked = (body: string, more: Partial<MatchDocument> = {}): MatchDocument => ({
      ...base,
      ...more,
      body,
    });
    const offer = (body: string, more: Partial<MatchDocument> = {}): MatchDocument => ({
      ...base,
      id: "c",
      kind: "capability",
      ...more,
      body,
    });
    const judge = (own: MatchDocument, other: MatchDocument) => {
      const { question, reasons, score } = judgePair(own, other, own);
      return { question, codes: reasons.map(({ code }) => code), score };
    };
    const need = asked("供方须通过IATF 16949和ISO 9001认证");
    const open = judge(need, offer("磷酸铁锂，ISO9001"));
    expect(open.question).toEqual({ code: "ask_term", attribute: "certificate", named: "IATF 16949" });
    expect(open.codes).toContain("certificate_unknown");
    const met = judge(need, offer("磷酸铁锂，已通过ISO 9001、IATF16949认证"));
    expect([met.question, met.codes.includes("certificate_pass")]).toEqual([undefined, true]);
    const broken = judge(need, offer("已通过ISO 9001，IATF 16949尚未取得"));
    expect(broken.codes).toContain("certificate_fail");
    expect([met.score > open.score, open.score > broken.score]).toEqual([true, true]);
    const ours = judge(asked("我司已通过IATF 16949认证；有ISO 14001者优先"), offer(""));
    expect(ours.codes.filter((code) => code.startsWith("certificate"))).toEqual([]);
    const place = asked("仅限四川省内企业");
    expect(judge(place, offer("")).question).toEqual({ code: "ask_term", attribute: "place" });
    expect(judge(place, offer("", { region: "51" })).codes).toContain("place_pass");
    expect(
      judge(asked("Suppliers must be located in Sichuan."), offer("", { region: "36" })).codes,
    ).toContain("place_fail");
    expect(judge(asked("四川交货"), offer("")).question).toBeUndefined();
    expect(judge(asked("", { cooperation: ["licence"] }), offer("")).question?.attribute).toBe("ip");
    expect(judge(asked("", { maturity: "bulk" }), offer("")).question).toEqual({
      code: "ask_figure",
      attribute: "trl",
    });
    const home = asked("仅限国内企业");
    expect(judge(home, offer("", { region: "36" })).codes).toContain("place_pass");
    expect(judge(home, offer("", { region: "ZW" })).codes).toContain("place_fail");
    expect(judge(place, offer("", { region: "CN" })).codes).toContain("place_unknown");
    expect(
      judge(asked("Suppliers must be located in Australia."), offer("", { region: "AU" })).codes,
    ).toContain("place_pass");
    const seller = offer("仅限四川省内企业");
    expect(judgePair(seller, place, seller).question).toEqual({ code: "state_term", attribute: "place" });
  });

  it("[MT49] the question reveals nothing that may not be read: absent is as not given", () => {
    fc.assert(
      fc.property(need, capability, (wish, given) => {
        const { figures: _, cooperation: __, ...rest } = given;
        const hidden = { ...rest, figures: [] };
        expect(judgePair(wish, hidden, wish).question).toEqual(
          judgePair(wish, { ...hidden, cooperation: undefined }, wish).question,
        );
      }),
    );
  });

  it("[MT10] two of a kind do not meet", () => {
    expect(() => judgePair(base, { ...base, id: "m" }, base)).toThrow("INVALID_INPUT");
  });

  it("[MT15] a memo that other pairs went through changes no result", () => {
    const memo: PairMemo = new WeakMap();
    fc.assert(
      fc.property(anyDocument(), anyDocument(), anyDocument(), (one, other, open) => {
        fc.pre(sideOf(one.kind, other.kind) !== null);
        const ownPublic = { ...open, kind: one.kind };
        const plain = judgePair(one, other, ownPublic);
        judgePair(ownPublic, other, ownPublic, other, weights, memo);
        judgePair(other, one, other, ownPublic, weights, memo);
        expect(judgePair(one, other, ownPublic, other, weights, memo)).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });
});
