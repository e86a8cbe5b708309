"use client";

import { Button, Sheet } from "@lilink/ui";
import { CircleCheck, CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoving } from "#lib/form/use-roving.ts";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import type { Standing } from "./use-missing.ts";
import { useSubmission } from "./use-submission.ts";

export type FootBarProps = {
  readonly standing: Standing;
  readonly waits: "unverified" | "inReview" | null;
  readonly save: () => void;
};

const mostNamed = 3;

/** What is still missing, with the way there, and the two ways on; it stays in sight. */
export function FootBar({ standing, waits, save }: FootBarProps) {
  const t = useTranslations("posting");
  const common = useTranslations("common");
  const { places } = useFormTools();
  const { pending, submit } = useSubmission();
  const roving = useRoving<HTMLDivElement>();
  const { missing, asks } = standing;
  const isLacking = missing.length > 0;
  return (
    <div className="sticky bottom-16 z-20 -mx-4 border-t border-line bg-ground px-4 py-2.5 lg:bottom-0 lg:mx-0 lg:px-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div {...roving} className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="inline-flex items-center gap-2 font-medium">
            {isLacking ? (
              <CircleHelp aria-hidden className="size-4 text-warning" />
            ) : (
              <CircleCheck aria-hidden className="size-4 text-success" />
            )}
            {isLacking
              ? t("form.lackCount", { count: missing.length })
              : t(waits ? `form.completeThen.${waits}` : "form.complete")}
          </span>
          {missing.slice(0, mostNamed).map(({ field, name }) => (
            <button
              key={field}
              type="button"
              data-rove
              className={wordButton}
              onClick={() => places.goTo(field)}
            >
              {name}
            </button>
          ))}
          {asks.length > 0 ? (
            <span className="text-muted max-sm:hidden">{t("form.askCount", { count: asks.length })}</span>
          ) : null}
          {isLacking || asks.length > 0 ? (
            <span className="hidden items-center gap-1 text-xs text-muted lg:inline-flex">
              <kbd className="rounded-sm border border-line px-1 font-sans">Alt ↓</kbd>
              {t("form.jump")}
            </span>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
          <div className="xl:hidden">
            <Sheet
              title={t("form.whoSees")}
              closeLabel={common("action.close")}
              trigger={<Button variant="quiet">{t("form.whoSees")}</Button>}
            >
              <PreviewPanel />
            </Sheet>
          </div>
          <Button onClick={save}>{t("form.saveDraft")}</Button>
          <Button
            variant="accent"
            className="max-sm:flex-1"
            disabled={waits !== null}
            pending={pending}
            onClick={submit}
          >
            {t("edit.submit")}
            <kbd className="ml-1 hidden rounded-sm border border-current px-1 font-sans text-xs opacity-80 lg:inline">
              Ctrl Enter
            </kbd>
          </Button>
        </div>
      </div>
    </div>
  );
}
