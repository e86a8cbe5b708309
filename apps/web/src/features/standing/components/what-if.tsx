"use client";

import { formatQuantity, formatUnit, toReading } from "@lilink/i18n";
import type { DatedTarget, GoalDirection } from "@lilink/model/goals";
import { Field, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toStart, whereItLeads } from "../view.ts";

export type WhatIfProps = {
  readonly from: { readonly year: number; readonly value: number };
  readonly horizon: number;
  readonly unit: string;
  /** Of several measures of the goal the one that is asked about. */
  readonly measure: string | null;
  /** The needed pace, to start from. */
  readonly start: number;
  readonly target: DatedTarget;
  readonly direction: GoalDirection;
};

/** Another yearly change, and where it would lead. Nothing of it is kept. */
export function WhatIf({ from, horizon, unit, measure, start, target, direction }: WhatIfProps) {
  const t = useTranslations("standing.whatIf");
  const locale = useLocale();
  const id = useId();
  const [text, setText] = useState(String(toStart(start)));
  const perYear = Number(text);
  const valid = text.trim() !== "" && Number.isFinite(perYear);
  const value = from.value + perYear * (horizon - from.year);
  const leads = valid ? whereItLeads(from, perYear, { target, direction, horizon }) : null;
  return (
    <div className="rounded-sm border border-line p-4 no-print">
      <h3 className="font-semibold">{t("title")}</h3>
      {measure ? <p className="text-sm">{measure}</p> : null}
      <p className="mb-3 text-sm text-muted">{t("lead", { year: horizon })}</p>
      <Field
        id={id}
        label={t("perYear", {
          // Some units stand in brackets of their own.
          unit: formatUnit(unit === "%" ? "percentage points" : unit, locale).replace(
            /^[(（](.*)[)）]$/,
            "$1",
          ),
        })}
      >
        {(aria) => (
          <TextInput
            {...aria}
            inputMode="decimal"
            className="max-w-40"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <p aria-live="polite" className="mt-3 tabular-nums">
        {valid ? (
          <>
            <strong>
              {t("result", {
                year: horizon,
                value: formatQuantity(toReading(String(value)), unit, locale),
              })}
            </strong>
            {leads ? (
              <span className="ml-3 text-muted">
                {t(leads.key, { year: horizon, reached: leads.reached ?? horizon })}
              </span>
            ) : null}
          </>
        ) : null}
      </p>
    </div>
  );
}
