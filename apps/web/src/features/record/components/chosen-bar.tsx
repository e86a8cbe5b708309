"use client";

import { recordWords } from "@lilink/i18n/register";
import { findRegister, type RegisterName, stepsOfRegister } from "@lilink/model/register";
import { Button, cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ExportLinks } from "#components/export-links.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { type ChoosableRecord, ChooseAll, useChosen } from "./chosen-records.tsx";
import { ChosenStep } from "./chosen-step.tsx";

/** What stops every further step: the others would be refused for the same reason. */
const stops: readonly string[] = ["NOT_SIGNED_IN", "LIMIT_REACHED", "UNAVAILABLE"];

export type ChosenBarProps = {
  readonly register: string;
  /** The list's file; the chosen records are added to it. */
  readonly exportHref: string;
};

/** What may be done with the chosen rows: the steps that are open for all of them and ask for no field, and their file. */
export function ChosenBar({ register: name, exportHref }: ChosenBarProps) {
  const t = useTranslations("register.bulk");
  const errors = useTranslations("error");
  const locale = useLocale();
  const client = useTRPCClient();
  const router = useRouter();
  const { rows, chosen, outcome, settle, clear } = useChosen();
  const [running, setRunning] = useState<string | null>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const isOver = outcome !== null && chosen.length === 0;
  // The button of the step is gone with the last chosen row: the focus goes to what came of it.
  useEffect(() => {
    if (isOver) status.current?.focus();
  }, [isOver]);
  const register = findRegister(name);
  if (!register) return null;
  const words = recordWords(name, locale);
  const { machine } = register;
  const open = stepsOfRegister(register).filter(
    (step) =>
      !machine.steps[step]?.fields && chosen.length > 0 && chosen.every(({ steps }) => steps.includes(step)),
  );
  const labels = {
    reason: t("reason"),
    ...Object.fromEntries(
      Object.keys(register.fields).map((field) => [`values.${field}`, words.field(field)]),
    ),
  };
  const explain = (error: unknown) => {
    const { text, fields } = toErrorMessage(error, labels, errors);
    return fields.length > 0 ? [...new Set(fields.map((fault) => fault.text))] : [text];
  };
  // One after the other: each is a change of its own, and what was done stays done whatever comes after.
  const take = async (step: string, reason: string | undefined) => {
    const done: string[] = [];
    const refused = new Map<string, readonly string[]>();
    const left: ChoosableRecord[] = [...chosen];
    for (let row = left.shift(); row; row = left.shift()) {
      const { publicId, revision } = row;
      try {
        await client[name as RegisterName].step.mutate({ publicId, step, revision, reason });
        done.push(publicId);
        setRunning(t("running", { done: done.length, of: chosen.length }));
      } catch (error) {
        refused.set(publicId, explain(error));
        if (stops.includes(readPublicError(error).code))
          for (const { publicId: later } of left.splice(0)) refused.set(later, explain(error));
      }
    }
    setRunning(null);
    settle(done, refused, t("result", { step: words.step(step), done: done.length, refused: refused.size }));
    router.refresh();
  };
  const isShown = chosen.length > 0 || outcome !== null;
  const ids = chosen.map(({ publicId }) => publicId).join(".");
  return (
    <section aria-label={t("label")} className="no-print sticky top-14 z-10">
      {rows.length > 0 ? (
        <div className="mb-2 sm:hidden">
          <ChooseAll label={t("all", { count: rows.length })} shows />
        </div>
      ) : null}
      <div
        className={cn(
          "mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-sunken px-3 py-2",
          !isShown && "sr-only",
        )}
      >
        <p ref={status} role="status" tabIndex={-1} className="font-medium">
          {running ?? outcome ?? (chosen.length > 0 ? t("count", { count: chosen.length }) : "")}
        </p>
        {chosen.length > 0 ? (
          <>
            {open.length > 0 ? (
              <div className="flex flex-wrap gap-2">
                {open.map((step) => (
                  <ChosenStep
                    key={step}
                    title={words.step(step)}
                    count={chosen.length}
                    asksReason={machine.steps[step]?.reason === true}
                    take={(reason) => take(step, reason)}
                  />
                ))}
              </div>
            ) : (
              <span className="text-sm text-muted">{t("noStep")}</span>
            )}
            <span className="inline-flex flex-wrap items-center gap-2 text-sm">
              <span className="text-muted">{t("export")}</span>
              <ExportLinks href={`${exportHref}&ids=${ids}`} />
            </span>
          </>
        ) : null}
        {isShown ? (
          <Button variant="quiet" size="sm" className="ml-auto" onClick={clear}>
            {t("clear")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
