import { IntlMessageFormat } from "intl-messageformat";

type Values = Parameters<IntlMessageFormat["format"]>[0];

/** By language and text. Texts come from the catalog alone, so that there are finitely many. */
const known = new Map<string, IntlMessageFormat>();

/**
 * Stands in for `use-intl/format-message`, which parses a text again for each page that shows it. Every text is parsed
 * once for the life of the process; what comes out is the same.
 */
export default function formatMessage(
  _key: string,
  text: unknown,
  values: Values,
  { locale }: { readonly locale: string },
): unknown {
  if (typeof text !== "string") throw new Error("not a text");
  if (!values && !/'[{}<#|']/.test(text)) return text;
  const name = `${locale} ${text}`;
  const format = known.get(name) ?? new IntlMessageFormat(text, locale);
  known.set(name, format);
  return format.format(values);
}

/** Texts arrive as they were written, not compiled beforehand. */
formatMessage.raw = true;
