import type { OpenTime, Quantity, QuantityDoubt, Window } from "@lilink/engine/quantity";
import { type Span, toRawSpan } from "@lilink/engine/text";
import type {
  CooperationForm,
  IpStatus,
  MaturityStep,
  PostingFigure,
  PostingKind,
  PostingVolume,
} from "../../posting/index.ts";
import { tellKind } from "../../posting/tell-kind.ts";
import { type Reading, readText } from "../analyze/analyze-text.ts";
import { isOfPosting, isReached } from "../analyze/whose-words.ts";
import { RoleFinder } from "./find-role.ts";
import { likelyKind } from "./likely-kind.ts";
import { type RankedConcept, rankConcepts } from "./rank-concepts.ts";
import { findCooperation, findIpStatus, findMaturity, findRegions, soundsLikeDemand } from "./read-intent.ts";
import { type SortedQuantities, sortQuantities, volumeOf } from "./sort-quantities.ts";
import { secondTellerFor, type TellSecond } from "./tell-second.ts";
import { cooperationOfProject, isSought, kindFirst, subjectFirst } from "./tell-subject.ts";
import { withToll } from "./tell-toll.ts";
import { isVolumeAgain, withoutTolerance } from "./tell-volume.ts";
import { type Weighed, weighEvidence } from "./weigh-evidence.ts";
import { withoutTimesOf } from "./without-times.ts";

/** A proposed value with the span of the pasted text that it comes from and that text itself. */
export type Proposed<Value> = { readonly value: Value; readonly span: Span; readonly source: string };

/** Why a thing is asked that the text names: a word beside it, or a purity, that it cannot have. [MT120] */
export type ConceptDoubt = { readonly because: "word" | "purity"; readonly words: string };

/** `describes`: only ever named to describe what follows it, as 盐湖卤水 in 盐湖卤水提锂吸附剂. */
export type ProposedConcept = Proposed<string> & {
  readonly alternatives: readonly string[];
  readonly describes: boolean;
  /** Named beside the subject everywhere: the writer's own, what goes in, what comes out beside it. */
  readonly aside: boolean;
  /** Why it is asked although the text names it. [MT120] */
  readonly doubt?: ConceptDoubt;
};

/** A field beside figures that words fill. */
export type WordField = "trl" | "maturity" | "ipStatus" | "region";

export type Unassigned = {
  /** How the words compare it; none of a time. */
  readonly op?: Quantity["op"];
  readonly value: string;
  readonly high?: string;
  readonly unit: string;
  readonly doubt?: Doubt;
  /** The words right before it in its clause, as Fe in Fe≤5ppm: what it may be about. */
  readonly about?: string;
  /** The figure that it is if it is meant. */
  readonly meant?: PostingFigure;
  /** Whether it is only what a change starts from. */
  readonly isStart?: true;
  /** The product beside the subject that it belongs to. [MT103] */
  readonly product?: string;
  /** The field that words fill if they are said of the posting itself, and with what. */
  readonly fills?: { readonly field: WordField; readonly value: string };
};

export type ProposedFields = {
  readonly language: "zh" | "en";
  readonly kind: Proposed<PostingKind> | null;
  /** Concepts in the order of their weight in the text, the primary one first. */
  readonly concepts: readonly ProposedConcept[];
  readonly figures: readonly Proposed<PostingFigure>[];
  /** `isRound`: the text says the amount with "about" or the like. */
  readonly volume: (Proposed<PostingVolume> & { readonly isRound?: true }) | null;
  /** When it is delivered or open, as ISO days. */
  readonly window: Proposed<{ readonly from?: string; readonly to?: string }> | null;
  readonly regions: readonly Proposed<string>[];
  readonly trl: Proposed<number> | null;
  readonly maturity: Proposed<MaturityStep> | null;
  readonly ipStatus: Proposed<IpStatus> | null;
  readonly cooperation: readonly Proposed<CooperationForm>[];
  /** Quantities and times that fit no field for sure: the form asks what they are. `doubt`: why the reading is open. */
  readonly unassigned: readonly Proposed<Unassigned>[];
};

/** Why a quantity or a time was not taken: it fits no attribute, its reading is doubted, or nothing says that it is meant. [MT40] [MT41] [MT90] */
export type Doubt = QuantityDoubt | OpenTime["doubt"] | "unsure" | "other_product";

type Weigh = (reading: Reading, concepts: readonly RankedConcept[], sorted: SortedQuantities) => Weighed;

/** Whether the words of a text fill a field beside figures: only where they are said of the posting itself. [MT94] */
type Believe = (text: string, span: Span, isReadiness: boolean) => boolean;
const believeAll: Believe = () => true;
const believeOwn: Believe = (text, span, isReadiness) =>
  isOfPosting(text, span) && (!isReadiness || isReached(text, span));

/**
 * The fields of a posting that a pasted text in Chinese or English suggests, each with the words it comes from. They
 * are proposals to confirm; a quantity that is not understood is listed, never guessed into a field. [MT7] [MT90]
 * @param today an ISO day: a time that was over before it is no time to deliver in
 * @param kind what the posting is, where that is known; else it is read from the text
 * @param concept what it is about, where that is known
 * @example proposeFields("求购电池级碳酸锂 8000 吨/年,纯度不低于 99.5 %").figures[0]?.value.attribute // "purity"
 */
export function proposeFields(
  text: string,
  today?: string,
  kind?: PostingKind,
  concept?: string,
): ProposedFields {
  const weigh: Weigh = (...read) => weighEvidence(...read, concept !== undefined);
  const second = (reading: Reading, ranked: readonly RankedConcept[]) =>
    secondTellerFor(reading, ranked, concept);
  return readFields(text, weigh, believeOwn, today, kind, second);
}

/**
 * All fields that a text may mean, without the test of evidence: of a query, where every word is meant, and of a posting whose figures
 * stay questions. [MT61]
 * @example hearFields("D50 4.5").figures[0]?.value.attribute // "d50"
 */
export function hearFields(text: string, today?: string, kind?: PostingKind): ProposedFields {
  const takeAll: Weigh = ({ window }, concepts, { figures, volume }) => ({
    concepts,
    figures,
    volume,
    asked: [],
    isWindowSure: window !== null,
  });
  return readFields(text, takeAll, believeAll, today, kind);
}

function readFields(
  text: string,
  weigh: Weigh,
  believe: Believe,
  today?: string,
  kind?: PostingKind,
  tellSecond?: (reading: Reading, ranked: readonly RankedConcept[]) => TellSecond,
): ProposedFields {
  const whole = readText(text, today);
  const { normal } = whole;
  const propose = <Value>(value: Value, span: Span): Proposed<Value> => {
    const place = toRawSpan(normal, span);
    return { value, span: place, source: text.slice(place.start, place.end) };
  };
  const found = <Value>(hit: (Span & { readonly value: Value }) | null) =>
    hit ? propose(hit.value, hit) : null;
  const foundKind = likelyKind(normal.text, whole.mentions);
  const offers =
    kind === "capability" ||
    (kind === undefined && tellKind(normal.text)?.kind === "capability" && !soundsLikeDemand(normal.text));
  const roles = new RoleFinder(normal.text, kind === "capability", whole.mentions);
  const told = kind ?? foundKind?.value;
  const isProject = told === "project" && tellSecond !== undefined;
  const heard = rankConcepts(whole, roles);
  const own = tellSecond ? subjectFirst(normal.text, heard, whole.mentions, told) : heard;
  const ranked = tellSecond && told === "capability" ? kindFirst(own, whole.mentions) : own;
  const second = tellSecond?.(whole, ranked);
  // A span of days behind all of them is of all of them, as a time is.
  const secondOf = (place: Span & { readonly unit?: string | null }) =>
    /^(?:days|weeks|months|years)$/.test(place.unit ?? "")
      ? second?.secondOfTime(place)
      : second?.secondOf(place);
  const { reading, open } = withoutTimesOf(
    whole,
    (time) => second?.secondOfTime(time),
    today,
    second !== undefined,
  );
  const { window } = reading;
  const all = sortQuantities(reading, offers, roles, secondOf);
  // What partners would supply is no amount of a project, and stays in sight.
  const lent = isProject && all.volume && isSought(normal.text, all.volume) ? [all.volume] : [];
  const sorted = {
    ...all,
    volume: lent.length > 0 ? null : all.volume,
    rest: [...all.rest.filter((one) => !all.seconds.includes(one)), ...lent],
  };
  const weighed = withToll(whole, ranked, second && told, (all) => weigh(reading, all, sorted));
  const { volume } = weighed;
  const doubted: { readonly span: Span; readonly fills: NonNullable<Unassigned["fills"]> }[] = [];
  const believed = <Hit extends Span & { readonly value?: string; readonly trl?: number }>(
    hits: readonly Hit[],
    field: WordField,
  ): readonly Hit[] =>
    hits.filter((hit) => {
      const isSure = believe(normal.text, hit, field !== "region");
      if (!isSure) doubted.push({ span: hit, fills: { field, value: hit.value ?? String(hit.trl) } });
      return isSure;
    });
  const one = <Hit extends Span & { readonly value: string }>(hit: Hit | null, field: WordField) =>
    believed(hit ? [hit] : [], field)[0] ?? null;
  const [trl] = believed(reading.readiness, "trl");
  const maturity = found(one(findMaturity(normal.text, tellSecond && told), "maturity"));
  const ipStatus = found(one(findIpStatus(normal.text), "ipStatus"));
  const regions = believed(findRegions(normal.text), "region");
  return {
    language: /\p{Script=Han}/u.test(text) ? "zh" : "en",
    kind: found(foundKind),
    concepts: weighed.concepts.map((mention) => ({
      ...propose(mention.concept, mention),
      alternatives: mention.alternatives,
      describes: mention.describes,
      aside: mention.aside,
    })),
    figures: weighed.figures.map(({ figure, quantity }) => propose(figure, quantity)),
    volume: volume
      ? {
          ...propose(
            volumeOf(volume, reading, weighed.isWindowSure, offers),
            withoutTolerance(volume, normal.text),
          ),
          ...(volume.op === "about" ? { isRound: true as const } : {}),
        }
      : null,
    // A project that names no amount has no time of delivery: its days are those of its work.
    window:
      window && weighed.isWindowSure && !(isProject && volume === null)
        ? propose(daysOf(window), window)
        : null,
    regions: regions.map((hit) => propose(hit.value, hit)),
    trl: trl ? propose(trl.trl, trl) : null,
    maturity,
    ipStatus,
    cooperation: (isProject
      ? cooperationOfProject(normal.text, findCooperation(normal.text))
      : findCooperation(normal.text)
    ).map((hit) => propose(hit.value, hit)),
    unassigned: [
      ...sorted.rest
        .filter((one) => !isVolumeAgain(normal.text, one, volume))
        .filter(({ core }) => !open.some((time) => time.start <= core.start && core.end <= time.end))
        .map((quantity) => propose(plainOf(quantity, aboutOf(reading, quantity)), quantity)),
      ...all.seconds.map((quantity) =>
        propose({ ...ofSecond(plainOf(quantity, aboutOf(reading, quantity)), secondOf(quantity)) }, quantity),
      ),
      ...listUnsure(reading, sorted, weighed).map(({ value, span }) => propose(value, span)),
      ...open.map((time) => propose({ value: "", unit: "", doubt: time.doubt }, time)),
      ...doubted.map(({ span, fills }) =>
        propose({ value: "", unit: "", doubt: "unsure" as const, fills }, span),
      ),
    ],
  };
}

/** What is of a second product, whatever its words may mean. */
function ofSecond({ doubt: _open, ...plain }: Unassigned, product: string | undefined): Unassigned {
  return { ...plain, doubt: "other_product", ...(product === undefined ? {} : { product }) };
}

/** What was read and is not sure stays in sight, with what it would be. */
function listUnsure(
  reading: Reading,
  { volume }: SortedQuantities,
  { asked, isWindowSure, ...weighed }: Weighed,
): readonly { readonly value: Unassigned; readonly span: Span }[] {
  const unsureOf = (quantity: Quantity): Unassigned => ({
    ...plainOf(quantity, aboutOf(reading, quantity)),
    doubt: "unsure",
  });
  const { window } = reading;
  return [
    ...asked.map(({ figure, quantity }) => ({
      value: { ...unsureOf(quantity), meant: figure },
      span: quantity,
    })),
    ...(volume && !weighed.volume ? [{ value: unsureOf(volume), span: volume }] : []),
    ...(window && !isWindowSure
      ? [{ value: { value: "", unit: "", doubt: "unsure" as const }, span: window }]
      : []),
  ];
}

function daysOf({ from, to }: Window) {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

const mostAbout = 24;

/** What stands between a quantity and the comma or the quantity before it, cut at a word. */
function aboutOf({ normal, quantities }: Reading, { start }: Quantity): string {
  const floor = Math.max(0, ...quantities.map(({ end }) => end).filter((end) => end <= start));
  const words = /[^,，、。;；\n]*$/.exec(normal.text.slice(floor, start))?.[0].trim() ?? "";
  return words.length <= mostAbout
    ? words
    : words
        .slice(-mostAbout)
        .replace(/^[A-Za-z]+\s/, "")
        .trim();
}

function plainOf({ op, value, high, unit, doubt, baseline }: Quantity, about: string): Unassigned {
  return {
    op,
    value,
    unit: unit ?? "",
    ...(high === undefined ? {} : { high }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(about === "" ? {} : { about }),
    ...(baseline === undefined ? {} : { isStart: baseline }),
  };
}
