"use client";

import { useTranslations } from "next-intl";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import type { UndoPlace } from "./use-changes.ts";

/** The way back from the last change, in the part where it was made. */
export function UndoButton({ at }: { readonly at: UndoPlace }) {
  const t = useTranslations("posting.form");
  const { undo } = useFormTools();
  return undo?.place === at ? (
    <button type="button" data-rove className={wordButton} onClick={undo.press}>
      {t("undo", { what: undo.what })}
    </button>
  ) : null;
}
