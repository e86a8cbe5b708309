"use client";

import { custodyVerbs } from "@lilink/model/trace/verb";
import { Button, Field, Select, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { fieldsOfVerb, type ReportField, type ReportVerb, toReport } from "../view.ts";

const verbs = custodyVerbs.filter((verb): verb is ReportVerb => verb !== "correct");

/** Reports what happened to a battery; only what the event asks for is shown. */
export function ReportForm({ code, today }: { readonly code: string; readonly today: string }) {
  const t = useTranslations("battery.life.report");
  const names = useTranslations("battery.verb");
  const verdicts = useTranslations("battery.verdict");
  const client = useTRPCClient();
  const [verb, setVerb] = useState<ReportVerb>("fit");
  const [values, setValues] = useState<Partial<Record<ReportField, string>>>({});
  const [at, setAt] = useState(today);
  const labels = {
    verb: t("verb"),
    at: t("at"),
    code: t("code"),
    origins: t("origins"),
    children: t("children"),
    energyShare: t("energyShare"),
  };
  const { pending, failures, act } = useAct(labels);
  const set = (field: ReportField) => (value: string) => setValues({ ...values, [field]: value });
  return (
    <form
      method="post"
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void act(
          () => client.battery.report.mutate(toReport(code, verb, at, values)),
          ({ isKnown, verdict }) => (isKnown ? t("known") : t("done", { verdict: verdicts(verdict) })),
        );
      }}
    >
      <Field id="verb" label={t("verb")} error={failures.verb}>
        {(aria) => (
          <Select
            {...aria}
            value={verb}
            onChange={({ target }) => setVerb(target.value as ReportVerb)}
            options={verbs.map((value) => ({ value, label: names(value) }))}
          />
        )}
      </Field>
      <Field id="at" label={t("at")} error={failures.at} required>
        {(aria) => (
          <TextInput
            {...aria}
            type="date"
            max={today}
            value={at}
            onChange={({ target }) => setAt(target.value)}
          />
        )}
      </Field>
      {fieldsOfVerb(verb).map((field) => (
        <Field key={field} id={field} label={t(field)} error={failures[field]}>
          {(aria) =>
            field === "step" ? (
              <Select
                {...aria}
                value={values.step ?? "1"}
                onChange={({ target }) => set("step")(target.value)}
                options={(["1", "2", "3"] as const).map((value) => ({ value, label: t(`steps.${value}`) }))}
              />
            ) : field === "children" ? (
              <TextArea
                {...aria}
                rows={4}
                value={values[field] ?? ""}
                onChange={({ target }) => set(field)(target.value)}
              />
            ) : (
              <TextInput
                {...aria}
                value={values[field] ?? ""}
                inputMode={field === "energyShare" ? "decimal" : "text"}
                onChange={({ target }) => set(field)(target.value)}
              />
            )
          }
        </Field>
      ))}
      <Button type="submit" variant="accent" pending={pending} className="self-start">
        {t("send")}
      </Button>
    </form>
  );
}
