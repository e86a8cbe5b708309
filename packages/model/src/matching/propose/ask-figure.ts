import {
  type Attribute,
  ancestorsOf,
  attributes,
  convertUnit,
  findConcept,
  specsOf,
} from "../../chain/index.ts";
import type { PostingFigure, PostingKind } from "../../posting/index.ts";
import { isOfSize } from "./bind-figure.ts";
import {
  asPiece,
  type Fits,
  fitterOf,
  isBarePurity,
  isFirstOfProduct,
  isNoneOf,
  isOfNoField,
  withWordsBehind,
} from "./fit-answers.ts";
import { withCondition } from "./hold-condition.ts";
import { before, isKept, isOwnPlant, leftInText, longSpans } from "./leave-in-text.ts";
import { likeness } from "./liken-names.ts";
import { type Proposed, type ProposedFields, proposeFields, type Unassigned } from "./propose-fields.ts";
import { questionConcepts } from "./question-concept.ts";
import { type Quoted, quoteClause } from "./quote-clause.ts";
import { around, isOfPack, isOfSample, nearSample } from "./small-pieces.ts";
import { withBasis } from "./tell-basis.ts";
import { isReckoned } from "./tell-content.ts";
import { asCeiling, isCorridor, isHard, reachedOf, withReached } from "./tell-hard.ts";
import { tellRetention } from "./tell-retention.ts";
import { listShapes } from "./tell-shape.ts";
import { isOfPartner } from "./tell-subject.ts";
import { withJointWork, withTesting } from "./tell-testing.ts";
import { isAmount } from "./tell-volume.ts";

/** A quantity that the form asks about, with the figures that it may be, the likeliest first. */
export type AskedQuantity = Proposed<Unassigned> & {
  readonly quoted: Quoted;
  readonly answers: readonly PostingFigure[];
  /** The name of the attribute of its dimension that its words are likest; empty where none of them names one. */
  readonly seek: string;
  /** Whether it is a term of the trade, as days of payment: no condition under which a figure holds. */
  readonly isTerm: boolean;
  /** Whether it is what one package holds, and so no volume of the goods. */
  readonly isPack: boolean;
  /** Whether no field of a posting holds it, as a payment, a package or a sample: it stays in the text without a question. */
  readonly isAside: boolean;
};

/** What a text suggests for a form: figures that are wishes until the text says otherwise, and questions with their answers. */
export type ProposedDraft = Omit<ProposedFields, "unassigned"> & {
  readonly asked: readonly AskedQuantity[];
  /** What its goods are besides, as single crystals. [MT124] */
  readonly further: readonly string[];
};

const mostAnswers = 3;
const summed = /\p{L}\d*\s?\+\s?\p{L}+\d*\s?[:：]?$/u;

/**
 * The fields that a pasted text suggests to a form. A figure is hard where the text sets a limit or says so, else a wish; a quantity
 * that is not understood comes with what it may be. [PO16]
 * @param today an ISO day, as proposeFields takes it
 * @param concept what the form has chosen; else what the text is about
 * @example proposeDraft("D50 1-3 µm").figures[0]?.value.hard // false
 */
export function proposeDraft(
  text: string,
  today?: string,
  kind?: PostingKind,
  concept?: string,
): ProposedDraft {
  const { unassigned, figures: read, ...fields } = proposeFields(text, today, kind, concept || undefined);
  const subject = concept ?? fields.concepts.find(({ aside }) => !aside)?.value ?? "";
  const posted = kind ?? fields.kind?.value;
  const [isProject, isNeed] = [posted === "project", posted === "need"];
  const ofPartners = isProject
    ? read.filter((one) => isOfPartner(text, one.span) || isOwnCost(text, one))
    : [];
  const alien = read.filter((one) => !ofPartners.includes(one) && isNoneOf(one.value.attribute, subject));
  const retained = tellRetention(text, unassigned, read);
  const told = new Set(retained.flatMap((one) => one.told.map(({ span }) => span.start)));
  const figures = [
    ...read.filter((one) => !ofPartners.includes(one) && !alien.includes(one) && !told.has(one.span.start)),
    ...retained.map(({ figure }) => figure),
  ];
  const brought = ofPartners.map((one) => asPiece(one));
  const unasked = unassigned.filter(({ span }) => !told.has(span.start));
  const pieces = [
    ...unasked,
    ...brought,
    ...alien.map((one) => asPiece(one, before(text, one.span.start).trim())),
  ].sort((a, b) => a.span.start - b.span.start);
  const answers = new Map(
    pieces.map((one) => {
      const isNone =
        sayTerm(text, one) ||
        isReckoned(text, one.span, one.value.unit) ||
        isKept(text, one) ||
        isOfPack(text, one) ||
        isOfSample(text, one);
      const fits = fitterOf(text, one, subject);
      const answers = isNone ? [] : listAnswers(withWordsBehind(one, text), one.source, subject, fits);
      return [one, isNeed ? answers.map(asCeiling) : answers];
    }),
  );
  const answersOf = (one: Proposed<Unassigned>) => answers.get(one) ?? [];
  const left = leftInText(
    text,
    pieces,
    { figures, volume: fields.volume },
    (one) => answersOf(one).length > 0,
  );
  const isOfOther = (one: Proposed<Unassigned>) =>
    brought.includes(one) || (isNeed && isOwnPlant(text, one)) || (isProject && isOfPartner(text, one.span));
  for (const one of pieces) if (isOfOther(one)) left.add(one);
  const reached = isProject
    ? pieces.flatMap((one) => reachedOf(one, answersOf(one), text) ?? goalOf(one, answersOf(one)) ?? [])
    : [];
  // What is reached beside a goal of the same attribute stays in the text.
  const isGoal = ({ value }: Proposed<PostingFigure>) =>
    figures.some((one) => one.value.attribute === value.attribute);
  const spans = new Map(reached.map((one) => [one.span.start, one]));
  const limits = [
    ...figures,
    ...pieces.flatMap(({ value: { op, unit, product }, span }) =>
      op === undefined || unit === "" || product !== undefined || longSpans.has(unit)
        ? []
        : [{ value: { op, hard: true }, span }],
    ),
  ];
  const rated = figures.map((one) => ({
    ...one,
    value: {
      ...one.value,
      hard: isHard(one.value, text, one.span, isProject) || (!isProject && isCorridor(one, limits, text)),
    },
  }));
  const known = [...rated, ...reached.filter((one) => !isGoal(one))]
    .map((one) => withCondition(isProject ? withReached(one, text) : one, text, pieces))
    .map((one) => withBasis(one, text))
    .sort((a, b) => a.span.start - b.span.start);
  for (const one of pieces) if (spans.has(one.span.start)) left.add(one);
  const open = pieces.filter(({ span }) => {
    const own = spans.get(span.start);
    return own === undefined || isGoal(own);
  });
  return {
    ...fields,
    cooperation: isProject ? fields.cooperation : withJointWork(text, withTesting(fields)),
    further: listShapes(fields.concepts, subject),
    concepts: concept ? fields.concepts : questionConcepts(text, fields.concepts, known),
    figures: known,
    asked: open.map((one) => {
      const isTerm = sayTerm(text, one);
      const answers = left.has(one) ? [] : answersOf(one);
      const isPack = isOfPack(text, one);
      const quoted = quoteClause(text, one.span, isUnread(one.value));
      const isAside =
        answers.length === 0 &&
        // A project and a service are told in prose: what no attribute can be stays there.
        ((isProject && one.value.fills?.field !== "maturity") ||
          isOfNoField(one.value, subject) ||
          left.has(one) ||
          isTerm ||
          isPack ||
          isOfSample(text, one) ||
          !isFirstOfProduct(one, unassigned));
      return { ...one, quoted, answers, seek: seekOf(one.value), isTerm, isPack, isAside };
    }),
  };
}

/** Its own words name the trade's term, or it stands bare behind a clause that does, as the rest of a payment. */
function sayTerm(text: string, { value: { about = "", unit }, source, span }: Proposed<Unassigned>): boolean {
  // What a foreign price is by the tonne no attribute holds; it is hinted at as a price.
  if (terms.test(`${about} ${source}`) || foreign.test(unit || before(text, span.start).slice(-4).trim()))
    return true;
  const isBare = /^[\s,，、:：]*$/.test(about);
  return (
    isBare && terms.test(/[^,，;；。\n]*[,，、][^,，;；。\n]*$/.exec(text.slice(0, span.start))?.[0] ?? "")
  );
}

/** A critical current density of 3 mA/cm2: what a project names with its only attribute is a wish of it. [PO16] */
function goalOf(
  piece: Proposed<Unassigned>,
  [answer, ...more]: readonly PostingFigure[],
): Proposed<PostingFigure> | null {
  const { op, product, about = "" } = piece.value;
  if (!answer || more.length > 0 || op === undefined || product !== undefined) return null;
  // What a project is to cost is no price of it.
  if (answer.attribute === "price") return null;
  if (seekOf(piece.value) === "" && !aims.test(about)) return null;
  return { ...piece, value: { ...answer, hard: false } };
}

/** What a group wants its process to cost is no price. */
function isOwnCost(text: string, { value: { attribute }, span }: Proposed<PostingFigure>): boolean {
  return attribute === "price" && /成本|\bcosts?\b/i.test(around(text, span, nearSample));
}

const aims = /目标|力争|争取|\b(?:goals?|targets?|aim(?:s|ing)?)\b/i;
const foreign = /^(?:(?:USD|EUR|GBP|JPY)\b|[€£]$)/;
const terms =
  /\bsplitting limits?\b|\bumpire\b|付款|支付|货到|账期|月结|票到|信用证|结算|预付|定金|质保金|货款|发票|回款|违约金|\bpa(?:y|ys|id|yment|yments|yable)\b|\binvoice|\bprepa|\bdeposit\b|\bdown payment|\bcredit\b|\b[BL]\/[CL]\b|\bT\/?T\b|\bpayables?\b|\bless \d|升贴水|折扣|系数|计价/i;

/** The figures that a quantity may be: of its dimension, and named by the words before it or usual of the subject. */
function listAnswers(asked: Unassigned, source: string, subject: string, fits: Fits): PostingFigure[] {
  const { value, unit, about = "", meant, doubt } = asked;
  // Of a unit that nobody knows there is no figure, and a sum is none of what it sums up.
  if (value === "" || doubt === "unit_unknown" || doubt === "other_product" || summed.test(about)) return [];
  const family = findConcept(subject) ? [subject, ...ancestorsOf(subject)] : [];
  const usual = new Set(family.flatMap((id) => specsOf(id).map(({ attribute }) => attribute)));
  const likely = attributes
    .filter((attribute) => unit === "" || convertUnit("1", unit, attribute.unit).ok)
    .filter(({ id, unit: own }) => isOfSize(asked, { attribute: id, unit: unitOf(asked, own) }))
    .map((attribute) => {
      const alike = likeness(about, attribute);
      return {
        attribute,
        alike,
        weight: alike * 2 + (usual.has(attribute.id) ? (isBarePurity(asked, attribute) ? 2 : 1) : 0),
      };
    })
    .filter(({ attribute, alike, weight }, _, all) =>
      unit !== "" && all.length === 1 && !isAmount({ unit })
        ? fits(attribute, 1)
        : weight >= (unit === "" ? 2 : 1) && fits(attribute, alike),
    )
    // A cell of a table names its own row: what is only usual of the goods is none of it.
    .filter(({ alike }, _, all) => alike > 0 || !about.includes("|") || all.every((one) => one.alike === 0))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostAnswers);
  const answers = likely.map(({ attribute }) => toAnswer(attribute, asked, source));
  const first = meant ? [{ ...meant, hard: isHard(meant, source, { start: 0 }) }] : [];
  return [...first, ...answers.filter(({ attribute }) => attribute !== meant?.attribute)].slice(
    0,
    mostAnswers,
  );
}

/** With which name the list of all attributes opens for a quantity that is none of the answers. */
function seekOf(asked: Unassigned): string {
  const { unit, about = "" } = asked;
  if (unit === "" || summed.test(about)) return "";
  const [likeliest] = attributes
    .filter((attribute) => convertUnit("1", unit, attribute.unit).ok)
    .map((attribute) => ({ attribute, likeness: likeness(about, attribute) }))
    .filter((one) => one.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  if (!likeliest) return "";
  const { zh, en } = likeliest.attribute;
  return /\p{Script=Han}/u.test(about) ? zh : en;
}

/** A number whose unit nobody knows says nothing by itself. */
function isUnread({ value, unit }: Unassigned): boolean {
  return value !== "" && unit === "";
}

function toAnswer(attribute: Attribute, asked: Unassigned, source: string): PostingFigure {
  const { op = "=", value, high } = asked;
  const comparison = high !== undefined ? "range" : op === "range" ? "=" : op;
  const bounds = high === undefined ? { value } : { value, high };
  const figure: PostingFigure = {
    attribute: attribute.id,
    op: comparison,
    ...bounds,
    unit: unitOf(asked, attribute.unit),
    hard: true,
  };
  return { ...figure, hard: isHard(figure, source, { start: 0 }) };
}

/** Its own unit, else that of the attribute: of a trace less than one is a share in percent, 钠0.08. */
function unitOf({ unit, value }: Unassigned, own: string): string {
  if (unit !== "") return unit;
  return own === "ppm" && Number(value) < 1 ? "%" : own;
}
