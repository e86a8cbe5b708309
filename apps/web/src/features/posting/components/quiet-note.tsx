"use client";

import { narrownessOf, type PostingKind, spreadWhole, startLevels, wholeOf } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import type { Proposal } from "../actions.ts";
import { shortQuote } from "./doubt-note.tsx";
import { type DraftValues, toLevels } from "./draft-values.ts";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";

/** The form kept for partners where its text asks that it goes no further and nobody chose who sees it. [PO33] */
export function withQuiet(
  values: DraftValues,
  { quiet }: Pick<Proposal, "quiet">,
  kind: PostingKind,
): DraftValues {
  const isUntouched = wholeOf(toLevels(values)) === wholeOf(startLevels(kind, {}));
  return quiet && isUntouched ? { ...values, levels: { ...spreadWhole("partner", kind) } } : values;
}

/** That the text asks to go no further, what the form made of it, and the way back. [PO33] */
export function QuietNote() {
  const t = useTranslations("posting");
  const { kind, change, reading } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const quiet = reading.found?.quiet;
  if (!quiet) return null;
  const isKept = narrownessOf(wholeOf(toLevels(values))) >= narrownessOf("partner");
  const next = isKept ? "member" : "partner";
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
      {t(isKept ? "form.quietKept" : "form.quietOpen", { quote: shortQuote(quiet.source) })}
      <button
        type="button"
        className={wordButton}
        onClick={() =>
          change(
            t("form.wholeChosen", { level: t(`level.${next}`) }),
            (now) => ({ ...now, levels: { ...spreadWhole(next, kind) } }),
            "visibility",
          )
        }
      >
        {t("form.quietTo", { level: t(`level.${next}`) })}
      </button>
    </p>
  );
}
