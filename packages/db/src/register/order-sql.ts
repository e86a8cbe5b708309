import { columnsOf, type Field, openingSort, type Register } from "@lilink/model/register";

/** The language by whose alphabet texts stand in order: Chinese by pinyin, then English; or English alone. */
export type OrderLanguage = "zh" | "en";
export const orderLanguages = ["zh", "en"] as const satisfies readonly OrderLanguage[];

export type OrderLook = {
  readonly isFalling: boolean;
  readonly language: OrderLanguage;
  /** The alias of the row with its dot; none in an index. */
  readonly at?: string;
};

/** How texts compare in a language. */
export const collationOf = (language: OrderLanguage) => `collate "${language}-x-icu"`;
/** What stands for a text that is not there, so that it comes last in both directions. */
export const noText = (isFalling: boolean) => (isFalling ? "''" : "chr(65535)");

/**
 * What a list sorts by for a field, as SQL: the unknown comes last in both directions, a choice stands where its declaration puts it, a
 * name in the order of the reader's language. The index of the opening order holds the same words. [RG7]
 */
export function orderSql(name: string, field: Field, { isFalling, language, at = "" }: OrderLook): string {
  const [first, second, low, high, , basis] = columnsOf(name, field).map((column) => `${at}${column.name}`);
  switch (field.kind) {
    case "figure": {
      const placed = field.widest
        ? `case when ${high} - ${low} > ${field.widest} then null else ${first} end`
        : first;
      const none = `'${isFalling ? "-Infinity" : "NaN"}'::numeric`;
      if (!field.basis) return `coalesce(${placed}, ${none})`;
      // What is counted per one thing is not compared with what is counted per another: each stands apart, in the order of their declaration.
      const bases = isFalling ? field.basis.toReversed() : field.basis;
      const place = `array_position(array[${bases.map((one) => `'${one}'`).join(", ")}], ${basis})`;
      return `coalesce(coalesce(${place}, ${isFalling ? 0 : bases.length + 1}) * 1e15 + ${placed}, ${none})`;
    }
    case "count":
    case "point":
      return `coalesce(${first}, '${isFalling ? "-Infinity" : "NaN"}'::numeric)`;
    case "choice":
      return `coalesce(array_position(array[${field.choices.map((one) => `'${one}'`).join(", ")}], ${first}), ${isFalling ? -1 : 32767})`;
    case "day":
      return `coalesce(${first}, '${isFalling ? "" : "9999"}')`;
    case "bilingual": {
      const [own, other] = language === "en" ? [second, first] : [first, second];
      return `coalesce(${own}, ${other}, ${noText(isFalling)}) ${collationOf(language)}`;
    }
    case "text":
      return `coalesce(${first}, ${noText(isFalling)}) ${collationOf(language)}`;
    default:
      return `coalesce(${first}::text, ${noText(isFalling)})`;
  }
}

/** Fields of few values: rows of one value stand by their title. */
const coarse: ReadonlySet<string> = new Set([
  "choice",
  "choices",
  "count",
  "country",
  "day",
  "flag",
  "record",
]);

/** Whether rows that are equal in a sort stand by their title; else the sort tells them apart well enough. */
export const isCoarse = ({ kind }: Pick<Field, "kind">): boolean => coarse.has(kind);

/** The keys of the order in which a list opens, for an index over what is live. */
export function openingKeys(register: Register, language: OrderLanguage): readonly string[] {
  const sort = openingSort(register);
  const isFalling = sort.startsWith("-");
  const key = (name: string, falling: boolean) => {
    const field = register.fields[name];
    return field ? [orderSql(name, field, { isFalling: falling, language })] : [];
  };
  const name = sort.replace(/^-/, "");
  const [title = ""] = register.list;
  const field = register.fields[name];
  const first = key(name, isFalling).map((one) => `(${one})${isFalling ? " desc" : ""}`);
  const second = field && isCoarse(field) ? key(title, false).map((one) => `(${one})`) : [];
  return [...first, ...second, `record_id${isFalling && second.length === 0 ? " desc" : ""}`];
}
