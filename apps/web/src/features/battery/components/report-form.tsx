"use client";

import { custodyVerbs } from "@lilink/model/trace/verb";
import { Button, Field, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { type ReportValues, type ReportVerb, toReport } from "../view.ts";
import { EventFields, useEventLabels } from "./event-fields.tsx";

const verbs = custodyVerbs.filter((verb): verb is ReportVerb => verb !== "correct");

/** Reports what happened to a battery; only what the event asks for is shown. */
export function ReportForm({ code, today }: { readonly code: string; readonly today: string }) {
  const t = useTranslations("battery.life.report");
  const names = useTranslations("battery.verb");
  const verdicts = useTranslations("battery.verdict");
  const client = useTRPCClient();
  const [verb, setVerb] = useState<ReportVerb>("fit");
  const [values, setValues] = useState<ReportValues>({});
  const [at, setAt] = useState(today);
  const { pending, failures, act } = useAct(useEventLabels());
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
      <EventFields prefix="report" verb={verb} values={values} failures={failures} onChange={setValues} />
      <Button type="submit" variant="accent" pending={pending} className="self-start">
        {t("send")}
      </Button>
    </form>
  );
}
