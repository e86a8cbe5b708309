import type { MatchResult } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";
import { toMissing, type VerdictRow } from "../view.ts";

/** What a near miss lacks, a line each. */
export function MissingLines({ result }: { readonly result: MatchResult }) {
  return toMissing(result, useLocale()).map((row) => <MissingLine key={row.key} row={row} />);
}

/** One figure that is missed: asked, offered, and how far apart in its unit. */
export function MissingLine({ row }: { readonly row: VerdictRow }) {
  const t = useTranslations("match.page");
  const { attribute, need, margin } = row;
  const told = { attribute, need, offer: row.offer ?? "" };
  const short = margin?.key === "short" ? margin : null;
  const key = short ? (short.gap === null ? "missingShort" : "missingBy") : "missingFigure";
  return (
    <p className="mt-1 border-l-2 border-danger pl-3 text-sm">
      {t(key, { ...told, percent: short?.percent ?? "", gap: short?.gap ?? "" })}
    </p>
  );
}
