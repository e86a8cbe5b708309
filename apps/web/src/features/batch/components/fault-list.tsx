import type { BatchFault, JudgedBatch } from "@lilink/model/trace/batch";
import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

/** What stands between a batch and its balance, each with what to do. */
export function FaultList({
  judged: { faults, warnings },
  isBefore,
}: {
  readonly judged: JudgedBatch;
  /** Whether the balance is still to come. */
  readonly isBefore: boolean;
}) {
  const t = useTranslations("batch.page");
  const words = useFaultWords();
  if (faults.length + warnings.length === 0)
    return (
      <p className="flex items-center gap-2">
        <CircleCheck aria-hidden className="size-4 text-success" />
        {t(isBefore ? "complete" : "completeThen")}
      </p>
    );
  return (
    <>
      <p className="mb-2 text-sm text-muted">
        {t("lackingCount", { faults: faults.length, warnings: warnings.length })}
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {[...faults, ...warnings].map((fault) => {
          const [title, why] = words(fault);
          const isWarning = fault.rule === "licenceEnds" || fault.rule === "notTold";
          return (
            <li key={title} className="flex gap-3 py-2">
              {isWarning ? (
                <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-warning" />
              ) : (
                <CircleX aria-hidden className="mt-1 size-4 shrink-0 text-danger" />
              )}
              <span>
                {title}
                {why === "" ? null : <span className="block text-sm text-muted">{why}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function useFaultWords(): (fault: BatchFault) => readonly [title: string, why: string] {
  const t = useTranslations("batch.page.fault");
  const kinds = useTranslations("batch.kind");
  const names = useTranslations("batch.element");
  return (fault) => {
    switch (fault.rule) {
      case "streamMissing":
        return [t("streamMissing", { stream: kinds(fault.stream as "electrolyte") }), t("streamMissingWhy")];
      case "licenceMissing":
      case "licenceExpired":
      case "licenceEnds":
        return [t(fault.rule, { stream: kinds(fault.stream as "electrolyte") }), ""];
      case "notClosed":
      case "overOne":
        return [t(fault.rule, { element: names(fault.element as "Li") }), ""];
      case "notTold":
        return [t("notTold", { name: fault.name }), t("notToldWhy")];
      case "lotElsewhere":
        return [t("lotElsewhere", { name: fault.name }), t("lotElsewhereWhy")];
      default:
        return [t(fault.rule), ""];
    }
  };
}
