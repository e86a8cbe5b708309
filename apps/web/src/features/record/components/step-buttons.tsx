"use client";

import { toDay } from "@lilink/i18n";
import { type RecordWords, recordWords } from "@lilink/i18n/register";
import {
  asksFirst,
  dueStepOf,
  findRegister,
  proposeValues,
  type Register,
  type RegisterName,
  stepsOfRegister,
  type Values,
} from "@lilink/model/register";
import { Button, Dialog, ErrorSummary, Field, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { typesDays } from "./choose-days.ts";
import { FieldInput } from "./field-input.tsx";

export type StepButtonsProps = {
  readonly register: string;
  readonly publicId: string;
  readonly revision: number;
  readonly state: string;
  readonly steps: readonly string[];
  /** Whether something is owed of the record. */
  readonly hasDuty: boolean;
};

/** So many ways to end a record stand behind one button. */
const mostEnds = 3;

/** One button for each step that the reader may take; the one that is due is the one accent of the page. [RG13] */
export function StepButtons({ register: name, publicId, revision, state, steps, hasDuty }: StepButtonsProps) {
  const register = findRegister(name);
  const locale = useLocale();
  const t = useTranslations("register.step");
  if (!register) return null;
  const words = recordWords(name, locale);
  const ordered = stepsOfRegister(register).filter((step) => steps.includes(step));
  const due = dueStepOf(register, { state, hasDuty, steps });
  const ends = ordered.filter((step) => register.machine.states[register.machine.steps[step]?.to ?? ""]?.end);
  const folded = ends.length >= mostEnds ? ends : [];
  const button = (step: string) => (
    <StepButton
      key={step}
      name={name}
      publicId={publicId}
      revision={revision}
      step={step}
      words={words}
      state={state}
      isDue={step === due}
    />
  );
  return (
    <>
      {ordered.filter((step) => !folded.includes(step)).map(button)}
      {folded.length > 0 ? (
        <details className="relative">
          <summary className="inline-flex h-9 cursor-pointer items-center rounded-md border border-edge px-4">
            {t("ends")}
          </summary>
          <div className="absolute right-0 z-20 mt-1 flex min-w-40 flex-col gap-2 rounded-md border border-line bg-ground p-2 shadow-overlay max-sm:right-auto max-sm:left-0">
            {folded.map(button)}
          </div>
        </details>
      ) : null}
    </>
  );
}

type StepButtonProps = {
  readonly name: string;
  readonly publicId: string;
  readonly revision: number;
  readonly step: string;
  readonly words: RecordWords;
  readonly state: string;
  readonly isDue: boolean;
};

function StepButton({ name, publicId, revision, step, words, state, isDue }: StepButtonProps) {
  const t = useTranslations("register.step");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const prefix = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [values, setValues] = useState<Values>({});
  const register = findRegister(name);
  const about = register?.machine.steps[step];
  const fields = (about?.fields ?? []).flatMap((field) => {
    const one = register?.fields[field];
    return one ? [[field, one] as const] : [];
  });
  const labels = {
    reason: t("reason"),
    step: words.step(step),
    ...Object.fromEntries(fields.map(([field]) => [`values.${field}`, words.field(field)])),
  };
  const others = Object.fromEntries(
    Object.keys(register?.fields ?? {}).map((field) => [`values.${field}`, words.field(field)]),
  );
  const { pending, failures, act } = useAct(labels, undefined, others);
  const run = async () => {
    const done = await act(
      () =>
        client[name as RegisterName].step.mutate({
          publicId,
          step,
          revision,
          ...(reason ? { reason } : {}),
          values: Object.fromEntries(fields.map(([field]) => [field, values[field] ?? null])),
        }),
      t("done", { step: words.step(step) }),
    );
    if (done) setOpen(false);
  };
  const look = isDue ? ({ variant: "accent" } as const) : {};
  if (!register || !about) return null;
  const isBare = !about.reason && fields.length === 0;
  if (isBare && !asksFirst(register, step))
    return (
      <Button {...look} pending={pending} onClick={() => void run()}>
        {words.step(step)}
      </Button>
    );
  const summary = Object.entries(failures).map(([field, text]) => ({ fieldId: `${prefix}-${field}`, text }));
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={<Button {...look}>{words.step(step)}</Button>}
      title={words.step(step)}
      {...(isBare
        ? { description: <Follows step={about} words={words} from={state} register={register} /> }
        : {})}
      actions={<DialogEnd label={words.step(step)} pending={pending} run={run} />}
    >
      <div className="flex flex-col gap-4">
        {summary.length > 0 ? <ErrorSummary title={t("errors")} errors={summary} /> : null}
        {fields.map(([field, one]) => (
          <FieldInput
            key={field}
            id={`${prefix}-values.${field}`}
            name={field}
            field={{ ...one, required: true }}
            words={words}
            values={values}
            error={failures[`values.${field}`]}
            typesDays={typesDays(fields.map(([, own]) => own))}
            onChange={(value) =>
              setValues((now) =>
                proposeValues(register ?? { fields: {} }, now, { ...now, [field]: value }, toDay(new Date())),
              )
            }
          />
        ))}
        {about?.reason ? (
          <Field id={`${prefix}-reason`} label={t("reason")} error={failures.reason} required>
            {(aria) => (
              <TextArea
                {...aria}
                rows={4}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        ) : null}
      </div>
    </Dialog>
  );
}

/** What follows from a step that asks for nothing. [RG16] */
function Follows({
  register,
  step,
  words,
  from,
}: {
  readonly register: Register;
  readonly step: Register["machine"]["steps"][string];
  readonly words: RecordWords;
  readonly from: string;
}) {
  const t = useTranslations("register.step");
  if (step.guard === "hasLive") return t("asksDiscard");
  const isLast = register.machine.states[step.to]?.end === true;
  return `${t("asksFirst", { from: words.state(from), to: words.state(step.to) })}${isLast ? ` ${t("asksLast")}` : ""}`;
}
