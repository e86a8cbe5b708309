"use client";

import { Button, cn, Sheet } from "@lilink/ui";
import { Circle, CircleCheck, CircleHelp, Eye, Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoving } from "#lib/form/use-roving.ts";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { HandOver } from "./hand-over.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { useGoTo } from "./use-go-to.ts";
import type { Standing } from "./use-missing.ts";
import { useSubmission } from "./use-submission.ts";

/** Why it cannot be handed in now, or that it goes with the claim of its organization. */
export type Waits = "unverified" | "inReview" | "withClaim" | "advised";

export type FootBarProps = {
  readonly standing: Standing;
  readonly waits: Waits | null;
  readonly save: () => void;
  /** Saves what was typed; whether that was done. */
  readonly flush: () => Promise<boolean>;
};

const mostNamed = 3;

/** What is still missing, with the way there, and the two ways on; it stays in sight. */
export function FootBar({ standing, waits, save, flush }: FootBarProps) {
  const t = useTranslations("posting");
  const common = useTranslations("common");
  const { reading } = useFormTools();
  const goTo = useGoTo();
  const { pending, submit } = useSubmission();
  const roving = useRoving<HTMLDivElement>();
  const { missing, asks } = standing;
  // Two faults of one row are told apart where they are.
  const named = missing.filter(({ name }, at) => missing.findIndex((one) => one.name === name) === at);
  const isLacking = missing.length > 0;
  return (
    <div
      data-own-bar
      className="sticky bottom-0 z-20 -mx-4 border-t border-line bg-ground px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] max-sm:pt-1.5 max-sm:pb-[max(0.375rem,env(safe-area-inset-bottom))] lg:mx-0 lg:px-0"
    >
      <div className="flex items-center gap-x-4 gap-y-2 max-sm:gap-x-2 sm:flex-wrap">
        <div
          {...roving}
          className="flex min-w-0 flex-1 items-center gap-x-3 gap-y-1 text-sm max-sm:flex-col max-sm:items-start max-sm:gap-y-0 max-sm:text-xs max-sm:leading-tight sm:flex-wrap xl:flex-nowrap"
        >
          <span className="inline-flex items-center gap-2 font-medium max-sm:gap-1 xl:shrink-0">
            {reading.settling ? (
              <Circle aria-hidden className="size-4 shrink-0 text-muted" />
            ) : isLacking ? (
              <CircleHelp aria-hidden className="size-4 shrink-0 text-warning" />
            ) : (
              <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
            )}
            {reading.settling ? (
              t("form.reading")
            ) : isLacking ? (
              <>
                <span className="max-sm:hidden">{t("form.lackCount", { count: named.length })}</span>
                <span className="sm:hidden">{t("form.lackShort", { count: named.length })}</span>
              </>
            ) : (
              t(waits ? `form.completeThen.${waits}` : "form.complete")
            )}
          </span>
          {named.slice(0, mostNamed).map(({ field, name }, index) => (
            <button
              key={field}
              type="button"
              data-rove
              className={cn(
                wordButton,
                "max-sm:max-w-full max-sm:truncate max-sm:text-xs xl:min-w-0 xl:truncate",
                index > 0 && "max-sm:hidden",
              )}
              onClick={() => goTo(field)}
            >
              {name}
            </button>
          ))}
          {named[mostNamed] ? (
            <button
              type="button"
              data-rove
              className={cn(wordButton, "shrink-0 max-sm:hidden")}
              onClick={() => goTo(named[mostNamed]?.field ?? "")}
            >
              {t("form.lackMore", { count: named.length - mostNamed })}
            </button>
          ) : null}
          {asks.length > 0 ? (
            <span className={cn("text-muted max-sm:hidden", isLacking && "xl:max-2xl:hidden")}>
              {t("form.askCount", { count: asks.length })}
            </span>
          ) : null}
          {isLacking || asks.length > 0 ? (
            <span className="hidden shrink-0 items-center gap-1 text-xs text-muted lg:max-xl:inline-flex 2xl:inline-flex pointer-coarse:hidden">
              <kbd className="rounded-sm border border-line px-1 font-sans">Alt ↓</kbd>
              <span className="max-2xl:sr-only">{t("form.jump")}</span>
            </span>
          ) : null}
        </div>
        <div className="flex shrink-0 items-center gap-2 max-sm:gap-1">
          <div className="xl:hidden">
            <Sheet
              className="w-[min(52rem,calc(100vw-1rem))]"
              title={t("form.whoSees")}
              closeLabel={common("action.close")}
              trigger={
                <Button variant="quiet" className="max-sm:px-2">
                  <Eye aria-hidden className="sm:hidden" />
                  <span className="max-sm:sr-only">{t("form.whoSees")}</span>
                </Button>
              }
            >
              <PreviewPanel asPage />
            </Sheet>
          </div>
          <Button onClick={save} className="max-sm:px-2">
            <Save aria-hidden className="sm:hidden" />
            <span className="max-sm:sr-only">{t("form.saveDraft")}</span>
          </Button>
          {waits === "advised" ? (
            <HandOver flush={flush} />
          ) : (
            <Button
              variant="accent"
              className="max-sm:px-3"
              disabled={waits !== null && waits !== "withClaim"}
              pending={pending}
              onClick={submit}
            >
              {t("edit.submit")}
              <kbd className="ml-1 hidden rounded-sm border border-current px-1 font-sans text-xs lg:max-xl:inline 2xl:inline pointer-coarse:hidden">
                Ctrl Enter
              </kbd>
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
