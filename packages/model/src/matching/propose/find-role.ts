import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { findConcept } from "../../chain/index.ts";
import type { Mention } from "../analyze/mention.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import rolesJson from "../data/roles.json" with { type: "json" };
import type { NamedFigure } from "./bind-figure.ts";
import { soundsLikeDemand } from "./read-intent.ts";
import { listApart } from "./tell-apart.ts";
import { listBrought } from "./tell-brought.ts";
import { headOf } from "./tell-head.ts";
import { comesBeside, isCompared, isMadeThere, isSeenTo, isTaught } from "./tell-settled.ts";

/**
 * Whose a figure is. `asked`: of what is wanted or offered, which is taken where nothing else is said. `own`: of the writer's own
 * works. `feed`: of what goes in. `byproduct`: of what comes out beside. `told`: of what others say or what was.
 */
export type Role = "asked" | "own" | "feed" | "byproduct" | "told";

// `works`: the writer's own even where he offers something. `source`: what a process takes in, unless it is itself the
// thing. `modal`: a wish that leaves the thing as it was.
const words = ["works", "contrast", "own", "feed", "source", "byproduct", "told", "modal", "asked"] as const;
type Word = (typeof words)[number];

// One pass over a text finds the words of all roles: the group that is filled is the role.
const anyRole = anyRoleOf(rolesJson.own);
// Who asks speaks of what is his own; who offers speaks of his goods.
const anyRoleOfAsker = anyRoleOf(`${rolesJson.own}|${rolesJson.owner}`);

function anyRoleOf(own: string): RegExp {
  return new RegExp(words.map((word) => `(${word === "own" ? own : rolesJson[word]})`).join("|"), "gi");
}
// Said behind: …, that is our own; …，仅供参考.
const ownBehind =
  /^[^。;；\n\d]{0,24}?(?:仅供参考|[^,，。;；\n\d]{0,3}(?:我[们方司厂]|甲方|业主|买方)已有(?=[,，。;；]|$)|也?(?:不用|无需|不需要?)(?:你们|贵[司方]|对方|供方)?(?:保证|管|考核|承诺)|是副产|自己用|自用|是我们自己|不外卖|不对外|(?<!价)不卖|已包销|我[方司们厂]自[备产制有]|都?富余|有余|过剩|就不用管|这个不用管|(?:已经|这些)有了|现成|(?:别家|客户|厂家)(?:送|给|提供)的|是客户的|是?我们用的|[^,，。;；\n\d]{0,8}另有(?:供应|来源|渠道|安排)|[^,，。;；\n\d]{0,8}(?:已有|(?<!现)有)供应商?|(?:we have|there (?:is|are)) enough\b|is what we (?:own|have)|exists? already\b|is already (?:there|installed|in place|running)\b|we already have\b|we (?:have(?=[.;]|$)|(?:already )?(?:have|make|buy|source)(?: it| them)? (?:ourselves|elsewhere|already))|for our own use|the customer's|(?:is|are) (?:brought|supplied|provided|delivered) by the (?:client|customer|buyer))|^[^,，。;；\n\d]{0,8}[,，]?(?:由[^,，。;；\n\d]{1,4}(?:提供|供给|自备)|客户(?:自带|供料))/i;
// …, that is what others say, or what was.
const toldBehind =
  /^[^,，。;；\n\d]{0,4}(?:已?无(?:任何)?(?:参考)?(?:意义|价值)|作废|不再(?:适用|有效|作数))|^的?[^,，。;；\n\d]{0,5}(?:太|过于|偏)[高低厚薄大小粗细差重轻多少长短]|^[^.,;\n\d]{0,20}\b(?:is|are|was|were) too [a-z]+\b|^[^.,;\n\d]{0,12}?\b(?:so far|as yet|to date)\b|^[^.。;；\n]{0,40}?\b(?:though|albeit)\b[^.;\n]{0,40}\d|^[^.;\n]{0,12}?\blooks? (?:great|good|promising)|^[^.;\n]{0,24}?\bdo(?:es)? not (?:help|suit|interest)|^[^。;；\n\d]{0,16}?(?:(?<!不)是(?:去年|上次|市场)|市场价|行情|[是为][^,，。;；\n\d]{1,6}[方家]的数|不是我们的(?:保证|数|指标)|(?:quoted|claimed|reported) by|\bclaims the\b|(?:is |are |will be )?(?:deducted|penali[sz]ed|rejected)\b|[^,，。;；\n\d]{0,6}(?:扣款|扣价|罚|拒收|退货)|(?:quoted|claimed) for|不是我们的)/i;
const feedBehind =
  /^(?:以[上下]|左右)?的(?:老?卤水?|原卤|原矿|矿石|料液|废水|来水|来料|黑粉|废料)|^[^,，。;；\n\d]{0,10}?(?:进水|进料|来料|来的?水|入口|进口|(?:in|at) the (?:feed|inlet)|at inlet|coming in|in the brine)/i;

// …, all ours, not for sale: said at its end of the whole sentence. These are last year's: said of the one before.
const ownSentence =
  /(?:\bnot for sale|\ball ours|\bnot on sale|不外卖|不对外|不出售|都?是我们自己的)[^,，。.;；\n]{0,6}$/i;
const toldOfLast =
  /^[\s。.!！]*(?:(?:这|以上|上述)(?:些|都|个)?(?:数据|数字|指标)?(?:都|均|只)?是[^。\n]{0,24}(?:不是我们|别人|去年|上次|参考|文献|做的数)|(?:These|Those|This|That) (?:figures |numbers |data )?(?:are|were|is|was)\b[^.\n]{0,40}(?:\bnot ours|\bnot our|last year|for reference|someone else|from the literature|\bclaims?\b))/i;

// …。我院只做选矿试验,不卖矿。我手上没货。 What was named is not for sale.
const notSold =
  /[。.;；,，]\s*(?:我[院们司方厂所]|本[院厂司所]|我手[上里]|\bwe\b)[^。.;；\n]{0,20}(?:不卖(?:[矿料货粉]|产品|成品)?|不出售|没货|无货|\b(?:do not|don't) sell(?: (?:it|them|any))?)[。.!！]?\s*$/i;

// A name that another noun follows only says what kind that is: 电解液车间, a carbonate plant. What stands behind these is no subject.
const headBehind =
  /^(?:s|es)?(?:员|含量|[^,，。;；\d]{0,2}(?:验证|实验|试验)(?=[,，。;；\n]|$)|,? (?:is |are )?(?:carried out |done )?by the (?:buyer|seller|customer|client)\b|的?(?:剥离|去除|利用|转化|浸出|脱除|回收|收)率|(?:行业|领域|相关)?(?:经验|背景)|[库坝](?![存房])| ?[\d.]+ ?(?:μm|um|微米|m|厘)的?(?:边角|废料)| ?(?:上次|上批|去年|以前)|[、,，]?[^,，。;；\d]{0,3}(?:实操|实训)|[^,，。;；\d]{0,3}(?:升级|改性|改造|测试|验证)用|来料(?=[^,，。;；]{0,4}(?:加工|粉碎|[研细]?磨|烘干|干燥|处理|代工|焙烧|包覆|分级))|专用|用(?=[\p{Script=Han}])|配套|(?:动力|储能)?体系|行业|客户|企业|基地|废[料粉渣](?!回收)|渣(?=[,，。;；\n]|$)|投料|加工方|表面|边角|(?:返程|回程)?空[桶罐瓶箱]|(?:反?浮选)?药剂|清洗|自备|自己|自用|我[们司]自己|我们?有|(?: film| powder)?(?:,| or| and) [a-z-]+ (?:compan(?:y|ies)|producers?|makers?|manufacturers?)\b| (?:compan(?:y|ies)|producers?|makers?|customers?|slurry|surface|feed(?!stock)|scrap|waste|offcuts|residues?|cathodes?'s)\b|(?:[-/ ][A-Za-z][A-Za-z\d]*){1,2} ?体系)/iu;
const asideBefore =
  /(?:(?<!(?:项目|课题|研究|团队|本组)[^,，。;；]{0,2})(?:适用于|用于|用来|面向|针对)[^,，。;；\d]{0,6}|(?:废料|废液|废水|尾气|残渣|\b(?:waste|residues?|effluent)) ?[(（][^)）]{0,10}|从(?=\s?$)|市售|传统|含有?|带有?|附带|\b(?:commercial|conventional)|介质|适?用在|适用(?![性范期])|耐|适配|搭配|配(?!料)|按照?(?=\s?$)|替代|代替|取代|对标|类似|(?<![想拟要求在])外购|自[产制]|采?用的?是|(?:低于|高于|优于|少于|不如|相?较于?|相比于?|(?<![相对占])比)(?=\s?$)|(?:\/|per )(?:公斤|千克|吨|kg|t|tonne|kilo(?:gram)?)(?: of)?(?=\s?$)|\bintegrat\w+ (?:with|into) (?:your|the)(?=\s$)|(?<=[机炉窑器])(?:磨|破碎|粉碎|焙烧|煅烧|烘干)|\b(?:stores?|storing|carr(?:y|ies|ying)|haul(?:s|ing)?|handl(?:es?|ing)|transports?) |\b(?:lines?|machines?|equipment|shredders?|mills?|kilns?|furnaces?|dryers?|robots?|stations?|testers?) for(?: [a-z]+){0,3}(?=\s$)|\b(?:pilot|plant|line|factory|facility|project)s? (?:of|for|making|producing) |\b(?:partners?|institutes?|firms?|company|companies|labs?|laborator(?:y|ies)|groups?|somebody|someone) (?:with|having|that has|who has)(?: an?| the)?|\bper(?=\s?$)|\b(?:courses?|workshops?) (?:in|on)(?: [a-z]+){0,2}(?=\s?$)|(?<=(?:采购|求购|收购|购买|找|要)[^,，。;；]{2,24})(?:做|用作|用来做|改造?成)(?=\s?$)|最好(?:手[里上头]|自己|本身)?[有带备](?=\s?$)|(?:须|应|必须|需)(?:具备|持有|取得|有)[^,，。;；\d]{0,8}|存放?|放|装|投|消耗|自备|副产|\b(?:compared (?:it |them |this )?(?:with|to)|than|versus|vs\.?|unlike|like|from|out of|in \d(?:\.\d)? ?M|inside|onto|against|made of|surface of|(?:customer|client)'s|(?<!\b(?:patents?|family|licen[cs]es?|project|work|research|training|know-how|course|report|data)\b[^.;,]{0,24})on|(?:discharge|dismantling|shredding|recycling|regeneration|relithiation|leaching|testing|transport|processing|treatment|calcination|flotation|storage|disposal|haulage|shipment|collection|sampling|assay|analysis|recovery|yield|removal|separation|content|purity|charging|ag(?:e?ing)|degradation|modelling|simulation|diagnosis) of(?: the| used| spent| such| damaged| and| retired| old)*))\s?(?:(?:an? |the )?[\d.]+ ?[A-Za-zμ]{1,4} )?$/iu;
// Our plant (8 GWh/a, pouch cells): in brackets behind works stands what is made there.
const madeIn =
  /(?:[厂线]|产线|车间|项目|基地|\b(?:plants?|lines?|factor(?:y|ies)|gigafactor(?:y|ies)|sites?|works|facilit(?:y|ies)|pilots?)) ?[(（][^)）]{0,40}$/i;
const inBrackets = /^[^(（]*[)）]/;
// What says that the goods of a text are for sale.
const sells = /现货|手[上里头](?:有|还有|现)|库存|供应(?!商)|出售|有货|\bin stock\b|\bwe (?:sell|offer)\b/i;
const soughtBefore = /(?:寻|找|求|招|邀|征|缺|需要?)[^,，。;；]{0,6}$/;
const firmBehind = /^[^,，。;；\d]{0,3}(?:企业|厂家|公司|单位|厂商|供应商|团队)/;
const carriedBefore = /(?:承运|运输|转运|储运|检测|测试|化验|取样|恒温存放|存储|储存)[^,，。;；\d]{0,4}$/;
const workedBefore = /[做产洗装运测焊烘磨给](?!出|成|到)$/;
const workedBehind = /^(?:的|用)(?=[,，。;；\n]|$)/;
// What goes in, by a word that cannot be of the thing itself.
const fedBefore =
  /来料|进料|入料|消耗|吃|处理(?!一批|库存)|(?:^|[^A-Za-z])(?:feed|incoming|fed with|we bring)(?![A-Za-z])/i;

// Who can collect these packs: what is asked is not the goods but what is to be done to them, unless that is to give them.
const doneTo =
  /(?:\b(?:can|could|will|would) (?:any(?:one|body)|some(?:one|body)|you|your \w+)|\bwho (?:can|could|will|does|would)|\b(?:some(?:one|body)|an? (?:[a-z]+ )?(?:firm|company|partner|lab|shop|contractor)) (?:to|who (?:can|will)|that can)|\b(?:have|get) (?:somebody|someone) to) (?!(?:also |please |kindly |still |regularly )?(?:supply|offer|sell|provide|quote|deliver|make|produce|manufacture|ship|send|do|have|give|help|find|name|recommend|suggest|propose|bring|spare|meet|hold|reach|advise|confirm|match|source|get|share|lend|use|need|want|show|tell|be|guarantee|beat|commit|reserve|allocate|release)\b)(?:also |please |kindly |still |regularly )?[a-z]+ (?:[\w-]+ ){0,4}$/i;
// Our plant shreds 3 t of modules an hour: what works take in, by the verb of what they do to it.
const treated =
  /\b(?:we|that|which|it|they|to|plants?|lines?|machines?|units?|works|mills?|kilns?|shredders?|furnaces?|facilit(?:y|ies)) (?:can |could |also |now )?(?:shred|crush|treat|leach|roast|calcine|mill|grind|dissolve|smelt|sinter|coat|digest|wash|dr(?:y|i)|sieve|dismantle|transport|haul|test|analy[sz]e|microni[sz]e)(?:e?s)? (?:up to |about |some )?(?:[\d.,]+ ?[a-z\d]*(?: ?\/ ?h| an hour| per hour)? )?(?:of )?(?:(?!(?:and|with|into|to|for|at)\b)[a-z-]+ ){0,3}$/i;
const works = new Set(["process", "technology", "equipment", "service"]);
// A comma within a number ends nothing: 2,500 t.
const clauseEnd = /,(?!\d{3}(?!\d))|[，;；。:：\n]|\. /;

// COA says 5.9 %: of goods for sale their certificate tells what they are.
const certificate = /(?<!['’]s )CoA says$/i;
const rating = /^nameplate/i;
// 能耗较现有窑下降15%: what is the writer's own is only held against the figure.
const heldAgainst = /(?:较|比|相比于?)$|\b(?:than|over|against|versus|compared (?:to|with)) (?:the |our )?$/i;

const outgoing = /^(?:permeate|产水|出水|effluent|outlet)$/i;

type Event = Span & { readonly word: Word };

/** Tells whose the figures of one text are. */
export class RoleFinder {
  readonly #text: string;
  readonly #events: readonly Event[];
  /** Nothing is asked for in the text: what its writer has and makes is what he offers. */
  readonly #isOffer: boolean;
  /** Nothing but what is mined or pumped is named: it is the thing itself, and no feed. */
  readonly #isOfSource: boolean;
  readonly #isOfOne: boolean;
  readonly #isOfGoods: boolean;
  readonly #brought: readonly Span[];
  /** What partners bring and what is set apart from the deal. */
  readonly #outside: readonly Span[];
  /** Where the text ends by saying that nothing of it is for sale. */
  readonly #unsoldFrom: number;

  constructor(text: string, offers = false, mentions: readonly Mention[] = []) {
    this.#text = text;
    this.#brought = listBrought(text, mentions);
    this.#outside = [...this.#brought, ...listApart(text)];
    const named = mentions.flatMap(({ concept, negated }) => (negated ? [] : [findConcept(concept)]));
    this.#isOffer = offers || !soundsLikeDemand(text);
    this.#unsoldFrom = this.#isOffer ? text.search(notSold) : -1;
    const [main] = mentions.filter(({ negated }) => !negated);
    const isSource = (concept: (typeof named)[number]) =>
      concept?.type === "product" && /^res\.(?:brine|mine)$/.test(concept.stage);
    this.#isOfSource =
      named.length > 0 &&
      (named.every(isSource) ||
        // A brine that is sold is the thing itself, whatever else stays with its seller.
        (main !== undefined &&
          isSource(named[0] ?? null) &&
          sells.test(wordsBefore(text, main, clauseEnd, 60))));
    this.#isOfGoods = named[0]?.type === "product";
    const isOfMachine = named[0]?.type === "equipment";
    const isMainBeside = main !== undefined && comesBeside(text, main);
    this.#isOfOne =
      isMainBeside || new Set(named.flatMap((each) => (each?.type === "product" ? [each.id] : []))).size < 2;
    this.#events = [...text.matchAll(this.#isOffer ? anyRole : anyRoleOfAsker)]
      .map(({ index, 0: found, ...match }) => ({
        word: words[words.findIndex((_, at) => match[at + 1] !== undefined)] ?? ("asked" as const),
        start: index,
        end: index + found.length,
      }))
      .filter(({ word, start, end }) =>
        word === "own"
          ? !heldAgainst.test(text.slice(Math.max(0, start - 16), start))
          : !(
              word === "told" &&
              this.#isOffer &&
              certificate.test(text.slice(Math.max(0, start - 3), end))
            ) && !(word === "works" && isOfMachine && rating.test(text.slice(start, end))),
      );
  }

  /** Whether a thing is named beside the subject: the writer's own, what goes in, what comes out beside, or what only describes. */
  isAside(mention: Pick<Mention, "start" | "end" | "concept">): boolean {
    const { start, end, concept } = mention;
    const isWorks = works.has(findConcept(concept)?.type ?? "");
    const clause = wordsBefore(this.#text, mention, clauseEnd, 40);
    const behind = this.#text.slice(end, end + 30);
    const isSettled = isSeenTo(clause, this.#text.slice(end, end + 60), isWorks && this.#isOfGoods);
    if (isSettled || this.#isOutside(mention)) return true;
    if (isWorks && isTaught(this.#text.slice(Math.max(0, start - 100), start))) return true;
    if (madeIn.test(this.#text.slice(Math.max(0, start - 60), start))) return true;
    // 三元废料: of what is recycled the waste is the thing itself.
    const isWaste = concept === "production-scrap" && /^的?(?:废料|废片|边角料)/.test(behind);
    const head = isWaste ? null : headOf(this.#text, mention);
    // 中试线关键设备: machines for a pilot line are no pilot line.
    if (head !== null && (!isWorks || (concept === "svc-pilot" && head === "machine"))) return true;
    if (!isWorks && (carriedBefore.test(clause) || doneTo.test(clause) || treated.test(clause))) return true;
    if (isCompared(clause, behind)) return true;
    // 寻流延企业合作: who does it is asked for by what he does.
    const isSought = soughtBefore.test(clause) && firmBehind.test(behind);
    if (isSought) return false;
    // 手上现货黑粉80吨,想找湿法厂签长单: whom a seller looks for is known by what he does, and is not what is sold.
    const isPlant = this.#text[end - 1] === "厂" || behind.startsWith("厂");
    if (isWorks && isPlant && soughtBefore.test(clause) && sells.test(this.#text)) return true;
    if (ownSentence.test(this.#text.slice(end).split(/[。;；\n]|\. /u, 1)[0] ?? "")) return true;
    if ((!isWaste && headBehind.test(behind)) || asideBefore.test(clause)) return true;
    if (isMadeThere(clause, behind, isWorks, this.#isOffer)) return true;
    // 硅氧1600容量首效78,别家送的: figures of the thing stand between.
    if (ownBehind.test(behind.replaceAll(/\d/g, "#"))) return true;
    if (workedBefore.test(clause) && workedBehind.test(behind)) return true;
    const role = this.#lastRole(start - clause.length, start, (word) => word !== "feed" && word !== "source");
    // 来料气流粉碎: works on what comes in are the thing itself.
    return role !== "asked" || fedBefore.test(isWorks ? clause.replace(/来料$/, "") : clause);
  }

  /** The role of the words nearest before a figure in its sentence, or of those right behind it. */
  roleOf({ core, end }: Quantity, sentence: Span): Role {
    const behind = this.#text.slice(end, Math.min(sentence.end, end + 80));
    if (ownBehind.test(behind.replaceAll(/\d/g, "#"))) return "own";
    if (this.#isOutside(core)) return "told";
    if (toldBehind.test(behind)) return "told";
    if (feedBehind.test(behind)) return "feed";
    if (ownSentence.test(this.#text.slice(end, sentence.end))) return "own";
    if (toldOfLast.test(this.#text.slice(sentence.end, sentence.end + 60))) return "told";
    return this.#lastRole(sentence.start, core.start);
  }

  /** Whether others are spoken of right before a figure, with no comma between. */
  isTold({ core }: Quantity, sentence: Span): boolean {
    const comma = this.#text.slice(sentence.start, core.start).search(/[^,，;；]*$/);
    return this.#lastRole(sentence.start + comma, core.start) === "told";
  }

  /** Whether partners would bring something: what is told before they are looked for is of the subject. */
  get hasPartners(): boolean {
    return this.#brought.length > 0;
  }

  /** Whether a place is neither wanted nor offered: brought by partners, set apart, or before words that nothing of it is for sale. */
  #isOutside({ start, end }: Span): boolean {
    return this.#unsoldFrom >= end || this.#outside.some((one) => one.start <= start && end <= one.end);
  }

  /** The role of the last words that stand between two places. */
  #lastRole(from: number, to: number, isHeard: (word: Word) => boolean = () => true): Role {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.end ?? Infinity) <= to) low = middle + 1;
      else high = middle;
    }
    let isWished = false;
    for (let at = low - 1; at >= 0; at--) {
      const event = this.#events[at];
      if (!event || event.end <= from) break;
      // (现有客户占六成),报价…: what is said in brackets is over with them.
      const isOver =
        event.word === "own" &&
        (inBrackets.test(this.#text.slice(event.end, to)) || this.#isPurpose(event, to));
      if (event.start < from || isOver || !isHeard(event.word)) continue;
      if (event.word === "modal") isWished = true;
      // Permeate must have Mg/Li below 0.5: what comes out of works is what they are for.
      else if (isWished && outgoing.test(this.#text.slice(event.start, event.end))) return "asked";
      // The feed brine: what is pumped is named as what goes in.
      else if (
        event.word === "source" &&
        this.#isOfSource &&
        this.#events[at - 1]?.word === "feed" &&
        event.start - (this.#events[at - 1]?.end ?? 0) <= 2
      )
        return "feed";
      else return this.#settle(event.word, isWished);
    }
    return "asked";
  }

  /** For our NCA line, floor 600 m2: what something is for is over with its clause. */
  #isPurpose({ start, end }: Span, to: number): boolean {
    const between = this.#text.slice(end, to).replaceAll(/[(（][^)）]*[)）]/g, "");
    const before = this.#text.slice(Math.max(0, start - 40), start);
    return (
      (/\bfor $/i.test(before) && /^[^(（]*(?:[:：,，]\s|[:：，])/.test(between)) ||
      (/\bfor [^,:;.]*$/i.test(before) && /^[^(（,;.]*[:：]/.test(between))
    );
  }

  /** What a word says of the thing at hand. @param isWished a wish stands between it and the figure */
  #settle(word: Word, isWished: boolean): Role {
    if (word === "source") return this.#isOfSource ? "asked" : "feed";
    if (word === "feed") return "feed";
    if (word === "works") return "own";
    // …, whereas the product itself has: what goes in is no longer spoken of.
    if (word === "contrast") return "asked";
    if (word === "own") return this.#isOffer || isWished ? "asked" : "own";
    if (word === "byproduct") return this.#isOffer && this.#isOfOne ? "asked" : "byproduct";
    return word === "told" && !isWished ? "told" : "asked";
  }
}

// What a plant does, not what its streams hold: the word of a stream does not make it the stream's.
const deeds = new Set([
  "recovery",
  "li_loss",
  "mass_rejection",
  "energy_use",
  "energy_saving",
  "water_use",
  "carbon_footprint",
  "throughput",
  "capacity_ta",
  "capacity_gwh",
  "cycle_life",
  "lead_time",
  "price",
  "moq",
  "batch",
  "automation",
  "test_time",
  "test_error",
  "persons",
]);

// When, for how much and from what amount on: said of the deal, whatever works the sentence told of before.
const terms = new Set(["lead_time", "price", "moq"]);

export function isTerm(name: NamedFigure | null): boolean {
  return name !== null && terms.has(name.attribute);
}

/** Whether a figure is of something else than what is wanted or offered. */
export function isOfAnother(role: Role, name: NamedFigure | null): boolean {
  // What one's own works are to save is what is wanted.
  if (role === "own" && name?.attribute === "energy_saving") return false;
  return role !== "asked" && !(role === "feed" && name !== null && deeds.has(name.attribute));
}
