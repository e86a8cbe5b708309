"use client";

import { type CorrectionReason, correctionReasons } from "@lilink/model/trace/verb";
import { Button, Field, RadioGroup, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { LifeEvent } from "../queries.ts";
import { type ReportVerb, toReport, valuesOf } from "../view.ts";
import { EventFields, useEventLabels } from "./event-fields.tsx";

/** Corrects an event that one may correct: it did not occur, or something of it is wrong and is told anew. The first stays. */
export function CorrectForm({
  events,
  today,
  day,
}: {
  /** Those that the reader may correct, each with its number in the table. */
  readonly events: readonly (LifeEvent & { readonly number: number })[];
  readonly today: string;
  /** The day of the event that is chosen first; absent: the newest is. */
  readonly day?: string | undefined;
}) {
  const t = useTranslations("battery.life.correct");
  const names = useTranslations("battery.verb");
  const client = useTRPCClient();
  const labels = useEventLabels();
  const [hash, setHash] = useState((events.findLast(({ on }) => on === day) ?? events.at(-1))?.hash ?? "");
  const [reason, setReason] = useState<CorrectionReason>("incorrect_data");
  const [proof, setProof] = useState("");
  const chosen = events.find((one) => one.hash === hash) ?? events.at(-1);
  const [edited, setEdited] = useState<{ hash: string; at: string; values: ReturnType<typeof valuesOf> }>();
  // What stood in the event is where its correction begins.
  const draft =
    chosen && edited?.hash === chosen.hash
      ? edited
      : { hash, at: chosen?.on ?? today, values: chosen ? valuesOf(chosen) : {} };
  const { pending, failures, act } = useAct({
    ...labels,
    corrects: t("which"),
    ...Object.fromEntries(Object.entries(labels).map(([field, label]) => [`instead.${field}`, label])),
  });
  if (!chosen) return null;
  const verb = chosen.verb as ReportVerb;
  const own = Object.fromEntries(
    Object.entries(failures).map(([field, text]) => [field.replace(/^instead\./, ""), text]),
  );
  return (
    <StateForm
      className="flex max-w-xl flex-col gap-4"
      onSend={() => {
        void act(
          () =>
            client.battery.correct.mutate({
              code: chosen.code,
              corrects: chosen.hash,
              reason,
              ...(proof.trim() && { proof: proof.trim() }),
              ...(reason === "incorrect_data" && {
                instead: toReport(chosen.said?.origins?.[0] ?? chosen.code, verb, draft.at, draft.values),
              }),
            }),
          t("done"),
        );
      }}
    >
      <Field id="correct-which" label={t("which")} error={failures.corrects}>
        {(aria) => (
          <Select
            {...aria}
            value={chosen.hash}
            onChange={({ target }) => setHash(target.value)}
            options={events.map((one) => ({
              value: one.hash,
              label: `${one.number} ${names(one.verb)} ${one.on}`,
            }))}
          />
        )}
      </Field>
      <RadioGroup
        id="correct-why"
        name="reason"
        legend={t("why")}
        value={reason}
        onChange={({ target }) => setReason(target.value as CorrectionReason)}
        options={correctionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <Field id="correct-proof" label={t("proof")} help={t("proofHelp")}>
        {(aria) => (
          <TextInput
            {...aria}
            value={proof}
            onChange={({ target }) => setProof(target.value)}
            maxLength={200}
          />
        )}
      </Field>
      {reason === "incorrect_data" ? (
        <>
          <Field id="correct-at" label={labels.at} error={own.at} required>
            {(aria) => (
              <TextInput
                {...aria}
                type="date"
                max={today}
                value={draft.at}
                onChange={({ target }) => setEdited({ ...draft, hash: chosen.hash, at: target.value })}
              />
            )}
          </Field>
          <EventFields
            prefix="correct"
            verb={verb}
            values={draft.values}
            failures={own}
            to={chosen.to}
            onChange={(values) => setEdited({ ...draft, hash: chosen.hash, values })}
          />
        </>
      ) : null}
      <Button type="submit" pending={pending} className="self-start">
        {t("send")}
      </Button>
    </StateForm>
  );
}
