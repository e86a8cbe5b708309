import type { Span } from "@lilink/engine/text";
import { findCountries } from "../../codes/country.ts";
import { provinces } from "../../codes/index.ts";
import {
  type CooperationForm,
  cooperationForms,
  type IpStatus,
  ipStatuses,
  type MaturityStep,
  maturitySteps,
  type PostingKind,
  postingKinds,
} from "../../posting/index.ts";
import { isReached, isStagePlanned, isStageSaid } from "../analyze/whose-words.ts";
import citiesJson from "../data/cities.json" with { type: "json" };
import intentJson from "../data/intent.json" with { type: "json" };

export type Found<Value> = Span & { readonly value: Value };

type Cue<Value> = { readonly value: Value; readonly pattern: RegExp };

function cuesOf<Value extends string>(
  rows: readonly { readonly value: string; readonly cue: string }[],
  known: readonly Value[],
): readonly Cue<Value>[] {
  return rows.flatMap((row) => {
    const value = known.find((candidate) => candidate === row.value);
    return value === undefined ? [] : [{ value, pattern: new RegExp(row.cue, "gim") }];
  });
}

const [needCue] = cuesOf<PostingKind>(intentJson.kind, postingKinds);
const cooperationCues = cuesOf<CooperationForm>(intentJson.cooperation, cooperationForms);
const maturityCues = cuesOf<MaturityStep>(intentJson.maturity, maturitySteps);
const ipCues = cuesOf<IpStatus>(intentJson.ipStatus, ipStatuses);
// 江西 as well as 江西省; what stands for a whole administrative form is no name.
const administrativeForm = /(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/;
const regionCues: readonly Cue<string>[] = provinces.map(({ code, zh, en }) => ({
  value: code,
  pattern: new RegExp([zh.replace(administrativeForm, ""), ...englishNamesOf(en)].join("|"), "g"),
}));

// 赣州工厂 stands in Jiangxi; a firm or a university that a city names need not stand there. English names that two cities share are left out.
const named =
  "(?!时代|国轩|钨业|港|\\p{Script=Han}{0,8}(?:公司|集团|大学|学院|研究|股份|科技|新能源|锂业|锂能)| (?:University|Institute|Port))";
const cityCues: readonly Cue<string>[] = citiesJson.map(({ province, zh, en }) => ({
  value: province,
  pattern: new RegExp(`(?:${[...zh, ...en.map((name) => `\\b${name}\\b`)].join("|")})${named}`, "gu"),
}));

/** "Tibet (Xizang)" is met as either. */
function englishNamesOf(name: string): readonly string[] {
  return name
    .split(/[()]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => `\\b${part}\\b`);
}

const demands = new RegExp(intentJson.demand, "im");
const replies = new RegExp(intentJson.reply, "gi");
const present = new RegExp(intentJson.present, "i");
const turns = new RegExp(intentJson.turn, "iu");
const goals = new RegExp(intentJson.goal, "i");
const machines = new RegExp(intentJson.machine, "iu");
const wishes = new RegExp(intentJson.wish, "i");

function findAll<Value>(text: string, cues: readonly Cue<Value>[]): readonly Found<Value>[] {
  const found = cues.flatMap(({ value, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      value,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return found.sort((a, b) => a.start - b.start);
}

function firstOfEach<Value>(found: readonly Found<Value>[]): readonly Found<Value>[] {
  return found.filter((hit, index) => found.findIndex((other) => other.value === hit.value) === index);
}

export function findCooperation(text: string): readonly Found<CooperationForm>[] {
  return firstOfEach(findAll(text, cooperationCues));
}

/** @param kind of a project it must be said in so many words, and not of what it looks for; of a need not of what its writer runs [MT94] */
export function findMaturity(text: string, kind?: PostingKind): Found<MaturityStep> | null {
  const all = findAll(text, maturityCues).filter((hit) => !isForUse(text, hit, kind === "need"));
  const isProject = kind === "project";
  const hits = isProject ? all.filter((hit) => isStageSaid(text, hit)) : all;
  // 计划明年中试，目前小试: what is so goes before what is planned.
  const found = hits.find((hit) => isReached(text, hit)) ?? hits[0];
  return found ?? all.find((hit) => isStagePlanned(text, hit)) ?? null;
}

const lotBefore =
  /\b(?:lots?|samples?|batch(?:es)?|deliver(?:y|ies)|\d[\d.,]* ?(?:k?g|t|tonnes?))\b[^.;\n]{0,40}\bfor (?:our |the |customer |line )?$/i;

const useBefore =
  /(?:给|用于|供)(?!应)[^,，。;；\d]{0,12}$|\bfor (?:our|my|the|a|an) (?:new |own )?(?:[a-z-]+ ){0,3}$/i;
const useBehind = /^(?:试验)?(?:产?线|平台|车间|装置)|^ (?:lines?|plants?|facility|shop)\b/i;
// 中试楼, 中试线关键设备, pilot hall: a room, and what machines are bought for.
const roomBehind =
  /^(?:楼|厂房|车间|大厅)|^(?:试验)?(?:产?线|平台|基地)[^,，。;；\n]{0,6}(?:设备|装置|仪器|招标|采购|改造)|^[- ]?(?:scale )?(?:halls?|buildings?|rooms?|bays?)\b/i;
// We run a pilot unit and need …: what who asks has is no stage of what is asked for.
const runBefore =
  /\b(?:we|I) (?:now |currently |already )?(?:run|runs|operate|have|own|built|are running)\b[^.;\n]{0,30}$|(?:我[们司方厂]|本公司|公司)(?:现|目前|已)?(?:有|建|运行)[^,，。;；\n]{0,12}$/i;

/** First lot of 5 t for qualification, ovens for our pilot line: what goods are for is no stage of the posting. */
function isForUse(text: string, { start, end }: Found<MaturityStep>, asks: boolean): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  if (roomBehind.test(text.slice(end, end + 24)) || (asks && runBefore.test(before))) return true;
  return lotBefore.test(before) || (useBefore.test(before) && useBehind.test(text.slice(end, end + 16)));
}

export function findIpStatus(text: string): Found<IpStatus> | null {
  return findAll(text, ipCues)[0] ?? null;
}

const seatBefore =
  /(?:位于|设在|设于|建在|地处|落户|located in|based in|(?:mine|plant|project|works|deposit) (?:in|at))\s*(?:the )?$/i;
// Based in Salzgitter, Germany: the town stands before its country.
const townBefore =
  /(?:[Ll]ocated|[Bb]ased|[Pp]lant|[Ww]orks|[Ss]ite) (?:in|at) (?:\p{Lu}[\p{L}-]{2,20},? ){1,2}$/u;
const seatAfter =
  /^[^,，。;；\n]{0,8}(?:项目|矿山|矿区|工厂|基地|在产|在建)|^\W{0,3}(?:project|mine|plant)\b/i;

/** Goods are named by the country they come from; only where something stands in a country, it is the place of the posting. [PO24] */
function isSeat(text: string, start: number, end: number): boolean {
  return (
    seatBefore.test(text.slice(Math.max(0, start - 30), start)) ||
    townBefore.test(text.slice(Math.max(0, start - 60), start)) ||
    seatAfter.test(text.slice(end, end + 24))
  );
}

/** FOB Shanghai, 北京时间: a port of a term of delivery and a clock are no place of the posting. [PO24] */
function isNoPlace(text: string, { start, end }: Found<string>): boolean {
  // 上海有色网, 上海期货交易所: who quotes a price is no place of it.
  if (/^(?:时间| time\b|有色|期货|期交|金属网|钢联)/.test(text.slice(end, end + 6))) return true;
  return /\b(?:FOB|FAS|CFR|CNF|CIF|CIP) ?$/i.test(text.slice(Math.max(0, start - 5), start));
}

export function findRegions(text: string): readonly Found<string>[] {
  const abroad = findCountries(text).filter(({ start, end }) => isSeat(text, start, end));
  const found = [
    ...findAll(text, [...regionCues, ...cityCues]).filter((hit) => !isNoPlace(text, hit)),
    ...abroad.map(({ code, ...span }) => ({ value: code, ...span })),
  ];
  return firstOfEach(found.sort((a, b) => a.start - b.start));
}

/** Whether the words of a clause make its figure a wish. */
export function soundsLikeWish(clause: string): boolean {
  return wishes.test(clause);
}

/** What answers a demand is none: in reply to your tender, 关于贵司询价. */
export function withoutReplies(text: string): string {
  return text.replaceAll(replies, (words) => " ".repeat(words.length));
}

/** Whether anything is asked for in a text. */
export function soundsLikeDemand(text: string): boolean {
  return demands.test(withoutReplies(text));
}

// Lower than at present, 较现有窑下降: what is only held against a figure does not say whose it is.
const heldAgainst =
  /(?:较|比|相比于?)(?:现有|目前|现状|当前)|\b(?:than|over|against|versus|compared (?:to|with)) (?:the |our )?(?:currently|existing|at present|present state|today)/gi;

/** Whether the words before a figure say what is, not what is wanted or offered. */
export function soundsLikePresentState(clause: string): boolean {
  return present.test(clause.replaceAll(heldAgainst, ""));
}

/** Whether the words before a figure want it reached: what is then the worst is a limit. */
export function soundsLikeGoal(clause: string): boolean {
  return goals.test(clause);
}

/** Whether a text speaks of a machine or a line. */
export function soundsLikeMachine(text: string): boolean {
  return machines.test(text);
}

/** Where a text that first tells of what is begins to wish, after the end of a sentence or a clause; else 0. */
export function findTurn(text: string): number {
  const match = turns.exec(text);
  const isFirst =
    match !== null &&
    !undertaken.test(text.slice(0, match.index)) &&
    !inStock.test(text.slice(0, match.index)) &&
    !(needCue && startsBefore(needCue.pattern, text, match.index));
  return match && isFirst ? match.index : 0;
}

// 现货黑粉80吨,想找湿法厂: what is in stock is offered, and the wish is for a buyer.
const inStock = /现货|\bin stock\b/i;
// What a project develops is its subject, whatever it then looks for.
const undertaken =
  /\b(?:we|which|it|that) (?:develops?|synthesi[sz]es?|are developing)\b|\b(?:group|team|lab(?:oratory)?|we)(?: at [A-Z][^.,;]{1,40})? (?:that |which |is |are |now ){0,2}work(?:s|ing)? on\b|\b(?:has|have) (?:recently |now |already )?(?:developed|synthesi[sz]ed|prepared|patented|demonstrated)\b|\bproject (?:targets|aims|develops)\b|(?:课题|项目|团队)(?:组)?(?:拟|现)?(?:开发|面向|研[制发]|合成|制备|做(?!得))/i;

function startsBefore(pattern: RegExp, text: string, end: number): boolean {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  return match !== null && match.index < end;
}
