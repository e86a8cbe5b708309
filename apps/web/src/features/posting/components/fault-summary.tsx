"use client";

import { ErrorSummary } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { openAsks } from "./marks.ts";
import { useDoubts } from "./use-doubts.ts";
import type { useFaults } from "./use-faults.ts";
import { useGoTo } from "./use-go-to.ts";
import type { useHandIn } from "./use-hand-in.ts";
import { placeOfField } from "./use-missing.ts";

export type FaultSummaryProps = {
  readonly messages: ReturnType<typeof useFaults>["messages"];
  readonly handIn: Pick<ReturnType<typeof useHandIn>, "failure" | "refused" | "attempt">;
};

/** What stood in the way of the last attempt and still does, in the order of the form; each line leads to its field, which may have to open first. */
export function FaultSummary({ messages, handIn }: FaultSummaryProps) {
  const t = useTranslations("posting");
  const common = useTranslations("common");
  const { reading } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  const goTo = useGoTo();
  const asks = reading.found ? openAsks(reading.found, getValues(), reading.left).length : 0;
  const isDoubted = useDoubts().length > 0 && handIn.refused;
  const faults = [
    ...messages.map(({ field, text }) => ({
      field,
      text: field === "figures" && asks > 0 ? t("form.figuresAsked", { count: asks }) : text,
    })),
    ...(isDoubted ? [{ field: "doubts", text: t("doubt.refused") }] : []),
  ].toSorted((a, b) => placeOfField(a.field) - placeOfField(b.field));
  const summary = [...(handIn.failure ? [{ field: null, text: handIn.failure }] : []), ...faults];
  return (
    <div
      onClickCapture={(event) => {
        const href = (event.target as HTMLElement).closest("a")?.getAttribute("href");
        const one = summary.find(({ field }) => field !== null && href === `#${controlId(field)}`);
        if (!one?.field) return;
        event.preventDefault();
        event.stopPropagation();
        goTo(one.field);
      }}
    >
      <ErrorSummary
        title={common("form.errorTitle", { count: summary.length })}
        errors={summary.map(({ field, text }) => ({
          text,
          ...(field ? { fieldId: controlId(field) } : {}),
        }))}
        attempt={handIn.attempt}
      />
    </div>
  );
}
