"use client";

import { narrownessOf, spreadWhole, startLevels, wholeOf } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { shortQuote } from "./doubt-note.tsx";
import { type DraftValues, toLevels } from "./draft-values.ts";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";

/** That the text asks to go no further, what the form made of it, and the way back. [PO33] */
export function QuietNote() {
  const t = useTranslations("posting");
  const { kind, change, reading } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const quiet = reading.found?.quiet;
  const whole = wholeOf(toLevels(values));
  // For the own organization alone it goes nowhere anyway.
  if (!quiet || narrownessOf(whole) > narrownessOf("partner")) return null;
  const isKept = whole === "partner";
  const next = isKept ? wholeOf(startLevels(kind, {})) : "partner";
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
