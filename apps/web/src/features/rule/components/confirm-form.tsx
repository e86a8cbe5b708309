"use client";

import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Kind = "collect" | "cascade" | "dismantle" | "recycle" | "other";

/** An officer says what the official text of a set says; deadlines may differ from what was reported. */
export function ConfirmForm({
  ruleSet,
  from,
  deadlines,
}: {
  readonly ruleSet: string;
  readonly from: string;
  readonly deadlines?: readonly { readonly licence: Kind; readonly workingDays: number }[];
}) {
  const t = useTranslations("oversight.rules");
  const kinds = useTranslations("oversight.licence.kind");
  const client = useTRPCClient();
  const daysOf = (kind: Kind) => `days-${kind}`;
  const form = useSmallForm(
    ruleSet,
    {
      from,
      ...Object.fromEntries((deadlines ?? []).map((one) => [daysOf(one.licence), String(one.workingDays)])),
    },
    {
      from: t("from"),
      source: t("readIn"),
      note: t("note"),
      ...Object.fromEntries(
        (deadlines ?? []).map(({ licence }) => [daysOf(licence), t("daysOf", { who: kinds(licence) })]),
      ),
    },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.rule.confirm.mutate({
          ruleSet,
          from: values.from ?? "",
          source: values.source ?? "",
          ...(values.note && { note: values.note }),
          ...(deadlines && {
            deadlines: Object.fromEntries(
              deadlines.map(({ licence }) => [licence, readNumber(values[daysOf(licence)]) ?? Number.NaN]),
            ),
          }),
        }),
      ({ recounted }) => (deadlines ? t("doneCounted", { count: recounted }) : t("done")),
    );
  return (
    <details className="no-print mt-3">
      <summary className="cursor-pointer text-link">{t("confirm")}</summary>
      <div className="mt-4">
        {form.frame(
          send,
          t("confirmSend"),
          <>
            {deadlines ? form.text("from", { type: "date", required: true }) : null}
            {(deadlines ?? []).map(({ licence }) =>
              form.text(daysOf(licence), { decimal: true, required: true }),
            )}
            {form.text("source", { required: true, help: t("readInHelp") })}
            {form.text("note")}
          </>,
        )}
      </div>
    </details>
  );
}
