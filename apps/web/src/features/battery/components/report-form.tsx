"use client";

import { Button, Field, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { type ReportStart, type ReportValues, type ReportVerb, reportVerbs, toReport } from "../view.ts";
import { CodeCamera } from "./code-camera.tsx";
import { EventFields, useEventLabels } from "./event-fields.tsx";

type ReportFormProps = {
  readonly code?: string;
  readonly today: string;
  /** What the form begins with, where a link says what is to be reported. */
  readonly start?: ReportStart | undefined;
};

/**
 * Reports what happened to a battery; only what the event asks for is shown. Without a code it is typed or scanned, and the page of the
 * battery opens then.
 */
export function ReportForm({ code: given, today, start }: ReportFormProps) {
  const t = useTranslations("battery.life.report");
  const names = useTranslations("battery.verb");
  const verdicts = useTranslations("battery.verdict");
  const client = useTRPCClient();
  const [verb, setVerb] = useState<ReportVerb>(start?.verb ?? "fit");
  const [values, setValues] = useState<ReportValues>({});
  const [at, setAt] = useState(start?.on ?? today);
  const [typed, setTyped] = useState("");
  const router = useRouter();
  const { pending, failures, act } = useAct({ ...useEventLabels(), ...(!given && { code: t("battery") }) });
  const code = given ?? typed.trim();
  return (
    <StateForm
      className="flex max-w-xl flex-col gap-4"
      onSend={() => {
        void act(
          () => client.battery.report.mutate(toReport(code, verb, at, values)),
          ({ isKnown, verdict }) => (isKnown ? t("known") : t("done", { verdict: verdicts(verdict) })),
        ).then((isDone) => {
          if (isDone && !given) router.push(`/batteries/${encodeURIComponent(code)}`);
        });
      }}
    >
      {given ? null : (
        <>
          <Field id="battery" label={t("battery")} error={failures.code} required>
            {(aria) => (
              <TextInput
                {...aria}
                value={typed}
                maxLength={80}
                autoComplete="off"
                className="font-mono"
                onChange={({ target }) => setTyped(target.value)}
              />
            )}
          </Field>
          <div className="flex flex-wrap gap-2">
            <CodeCamera onCode={setTyped} />
          </div>
        </>
      )}
      <Field id="verb" label={t("verb")} error={failures.verb}>
        {(aria) => (
          <Select
            {...aria}
            value={verb}
            onChange={({ target }) => setVerb(target.value as ReportVerb)}
            options={reportVerbs.map((value) => ({ value, label: names(value) }))}
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
    </StateForm>
  );
}
