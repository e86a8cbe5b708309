import { type Attribute, attributes } from "../../chain/index.ts";
import cuesJson from "../data/cues.json" with { type: "json" };
import headsJson from "../data/heads.json" with { type: "json" };
import typicalJson from "../data/typical.json" with { type: "json" };

/** The words that name an attribute in a text. `most`: the largest share that they still name, in per cent. `dimension`: the only one of which they name a figure. */
export type Cue = {
  readonly attribute: Attribute;
  readonly cue: RegExp;
  readonly most?: number;
  readonly dimension?: string;
  /** The goods of which alone it is a word for a part of them: Ni of black mass is no impurity. [MT102] */
  readonly of?: RegExp;
};

/**
 * What is usual of an attribute. `bare`: the unit that a number without one has, between `from` and `to`. `least`, `most`: what
 * it can be at all. `things`: stages of the chain whose products it is said of without a word, from `beside` on right behind
 * the name of one and from `named` on where one is named at all.
 */
export type Typical = {
  readonly attribute: string;
  readonly bare?: string;
  readonly from?: number;
  readonly to?: number;
  /** The unit of a number without one where everything that the text is about is `of` such a kind. */
  readonly barely?: readonly {
    readonly of: string;
    readonly bare: string;
    readonly from: number;
    readonly to: number;
    /** Only of a limit: Na < 300. */
    readonly limit?: boolean;
  }[];
  readonly least?: number;
  readonly most?: number;
  /** How much it can be of a few things: a graphitisation furnace takes tens of tonnes. */
  readonly big?: { readonly of: readonly string[]; readonly most: number };
  readonly things?: string;
  readonly beside?: number;
  readonly named?: number;
  /** What it is not without its word, between two sizes. */
  readonly never?: readonly [from: number, to: number];
  /** Of what alone it is said, where anything is named, or `always`. `ofGoods`: of no process, machine or service. `notOf`: of what it is a part and no impurity. */
  readonly only?: string;
  readonly always?: boolean;
  readonly ofGoods?: boolean;
  readonly notOf?: string;
};

/** What a text is about, and whether it is named right beside the quantity. */
export type NamedThing = {
  readonly id: string;
  readonly stage: string;
  readonly isProduct: boolean;
  readonly isBeside: boolean;
  /** Only ever named beside the subject. */
  readonly isAside: boolean;
  /** Whether it is the last of the goods named before the quantity. */
  readonly isLast?: boolean;
};

type Row = {
  readonly attribute: string;
  readonly cue: string;
  /** Symbols of elements are told from words by their case: Ca is none in ca. 10 ppm. */
  readonly exact?: boolean;
  readonly most?: number;
  readonly dimension?: string;
  readonly of?: string;
};

// Lists are read on whole texts: the end of a word's place is where a number begins.
const numberAhead =
  "(?=[\\d±零一二两三四五六七八九十半]|(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|some)\\b|$)";
const compile = (cue: string, exact?: boolean) =>
  new RegExp(
    cue.replaceAll("$", () => numberAhead),
    exact ? "g" : "gi",
  );

export const cues: readonly Cue[] = (cuesJson as readonly Row[]).flatMap(
  ({ attribute: id, cue, exact, of, ...limits }) => {
    const attribute = attributes.find((candidate) => candidate.id === id);
    const goods = of === undefined ? {} : { of: new RegExp(of) };
    return attribute ? [{ attribute, cue: compile(cue, exact), ...goods, ...limits }] : [];
  },
);

type HeadRow = { readonly of: string; readonly cue: string; readonly exact?: boolean };

/** Nouns that a figure may be of and that no attribute of the chain stands for. `of`: their kind. */
export const otherHeads: readonly { readonly of: string; readonly cue: RegExp }[] = (
  headsJson as readonly HeadRow[]
).map(({ of, cue, exact }) => ({ of, cue: compile(cue, exact) }));

export const typical: ReadonlyMap<string, Typical> = new Map(
  (typicalJson as readonly Typical[]).map((row) => [row.attribute, row]),
);
