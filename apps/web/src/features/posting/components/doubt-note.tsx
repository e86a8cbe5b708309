"use client";

import type { DoubtedField, DoubtedText } from "@lilink/model/posting";
import { Checkbox, FieldError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import type { DraftValues } from "./draft-values.ts";
import { useFieldText } from "./field-text.ts";
import { controlId } from "./form-tools.tsx";

/** What a text tells more than its author may want, quoted, while it is typed. */
export function DoubtNote({ doubts }: { readonly doubts: readonly DoubtedText[] }) {
  const t = useTranslations("posting.doubt");
  const { label } = useFieldText();
  return (
    <ul role="status" className="border-l-2 border-warning pl-3 text-sm empty:hidden">
      {doubts.map(({ doubt, quote, of }) => (
        <li key={`${doubt}/${quote}/${of ?? ""}`}>{t(doubt, { quote, field: of ? label(of) : "" })}</li>
      ))}
    </ul>
  );
}

/** The same where they are answered for, each with the way to its field. */
export function DoubtLinks({ doubts }: { readonly doubts: readonly DoubtedField[] }) {
  const t = useTranslations("posting.doubt");
  const { label } = useFieldText();
  const { getValues } = useFormContext<DraftValues>();
  const placeOf = (field: string) => {
    const row = getValues("figures").findIndex(({ attribute }) => field === `figures.${attribute}`);
    return row < 0 ? field : `figures.${row}.condition`;
  };
  return (
    <ul aria-label={t("list")} className="flex flex-col gap-1 border-l-2 border-warning pl-3 text-sm">
      {doubts.map(({ field, doubt, quote, of }) => (
        <li key={`${field}/${doubt}/${quote}/${of ?? ""}`}>
          <a href={`#${controlId(placeOf(field))}`} className="underline underline-offset-2">
            {label(field)}
          </a>
          {": "}
          {t(doubt, { quote, field: of ? label(of) : "" })}
        </li>
      ))}
    </ul>
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
