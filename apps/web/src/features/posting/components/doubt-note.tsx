"use client";

import type { DisclosureLevel, DoubtedText, PostingKind } from "@lilink/model/posting";
import { Checkbox, FieldError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useFieldText } from "./field-text.ts";

/** What a text tells, with those who read it where they are known. */
export type NotedDoubt = DoubtedText & { readonly readers?: DisclosureLevel };

const longestQuote = 48;

/** Quoted words in one line: the lines of a signature side by side, and not all of them where they are many. */
export function shortQuote(quote: string): string {
  const line = quote.split(/\s*\n\s*/).join(" / ");
  return line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()}…` : line;
}

/** What a text tells more than its author may want, quoted, while it is typed. */
export function DoubtNote({
  doubts,
  kind,
}: {
  readonly doubts: readonly NotedDoubt[];
  readonly kind?: PostingKind;
}) {
  const t = useTranslations("posting.doubt");
  const { label } = useFieldText(kind);
  return (
    <div role="status" className="empty:hidden">
      {doubts.length > 0 ? (
        <ul className="border-l-2 border-warning pl-3 text-sm">
          {doubts.map(({ doubt, quote, of, readers = "member" }) => (
            <li key={`${doubt}/${quote}/${of ?? ""}`}>
              {t(doubt, { quote: shortQuote(quote), field: of ? label(of) : "", readers })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

export type DoubtTickProps = {
  readonly id: string;
  readonly label: string;
  readonly ticked: boolean;
  readonly refused: boolean;
  readonly onTick: (ticked: boolean) => void;
};

/** The tick that lets doubted texts pass. */
export function DoubtTick({ id, label, ticked, refused, onTick }: DoubtTickProps) {
  const t = useTranslations("posting.doubt");
  return (
    <div>
      {refused && !ticked ? <FieldError id={`${id}-error`}>{t("refused")}</FieldError> : null}
      <Checkbox
        id={id}
        label={label}
        checked={ticked}
        aria-describedby={refused && !ticked ? `${id}-error` : undefined}
        onChange={(event) => onTick(event.target.checked)}
      />
    </div>
  );
}
