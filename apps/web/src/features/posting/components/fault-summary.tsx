"use client";

import { ErrorSummary } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { controlId } from "./control-id.ts";
import { useFormTools } from "./form-tools.tsx";
import { useDoubts } from "./use-doubts.ts";
import type { useFaults } from "./use-faults.ts";
import type { useHandIn } from "./use-hand-in.ts";

export type FaultSummaryProps = {
  readonly messages: ReturnType<typeof useFaults>["messages"];
  readonly handIn: Pick<ReturnType<typeof useHandIn>, "failure" | "refused" | "attempt">;
};

/** What stood in the way of the last attempt and still does; each line leads to its field, which may have to open first. */
export function FaultSummary({ messages, handIn }: FaultSummaryProps) {
  const t = useTranslations("posting");
  const common = useTranslations("common");
  const { places } = useFormTools();
  const isDoubted = useDoubts().length > 0 && handIn.refused;
  const summary = [
    ...(handIn.failure ? [{ field: null, text: handIn.failure }] : []),
    ...messages.map(({ field, text }) => ({ field, text })),
    ...(isDoubted ? [{ field: "doubts", text: t("doubt.refused") }] : []),
  ];
  return (
    <div
      onClickCapture={(event) => {
        const href = (event.target as HTMLElement).closest("a")?.getAttribute("href");
        const one = summary.find(({ field }) => field !== null && href === `#${controlId(field)}`);
        if (!one?.field) return;
        event.preventDefault();
        event.stopPropagation();
        places.goTo(one.field);
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
