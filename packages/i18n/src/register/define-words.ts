import type { Fields, Values } from "@lilink/model/register";

/** A text in Chinese and in English, side by side so that neither is forgotten. */
export type Pair = readonly [zh: string, en: string];

/** Words of a field; some depend on what else the record says. */
export type FieldPair = Pair | ((values: Values) => Pair);

type ChoicesOf<F> = F extends { readonly choices: readonly (infer C extends string)[] } ? C : never;
type WithChoices<F> = { readonly [N in keyof F as ChoicesOf<F[N]> extends never ? never : N]: F[N] };

/** Every word that a register's screens, files and letters need. A key that is missing or misspelt is a type error. */
export type Words<F extends Fields = Fields> = {
  readonly title: Pair;
  /** One record, as in "a deposit". */
  readonly one: Pair;
  /** One sentence under the title: what it is and what it is good for. */
  readonly lead: Pair;
  readonly fields: { readonly [N in keyof F]: FieldPair };
  /** Headings of a long form, each above the field that begins its part. */
  readonly parts?: { readonly [N in keyof F]?: Pair };
  readonly help?: { readonly [N in keyof F]?: FieldPair };
  /** The choices of each field that has some. `basis` words are under the figure's own name. */
  readonly choices: {
    readonly [N in keyof WithChoices<F>]: Readonly<Record<ChoicesOf<F[N]>, Pair>>;
  };
  readonly basis?: Readonly<Record<string, Pair>>;
  /** States and steps that the common words do not name. */
  readonly states?: Readonly<Record<string, Pair>>;
  readonly steps?: Readonly<Record<string, Pair>>;
  readonly duties?: Readonly<Record<string, Pair>>;
};

/** Declares the words of a register; the declaration says which there must be. */
export function defineWords<const F extends Fields>(
  _register: { readonly fields: F },
  words: Words<F>,
): Words {
  return words as unknown as Words;
}
